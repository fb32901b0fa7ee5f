"""Every activation of every converted network against the TFLite runtime, on a face, on noise and on a ramp.

Where the runtime lacks an operator it is cut out and the runtime is fed our result in its place (the operators
themselves are proved in test_custom_operators.py), so the layers behind the cut are compared too.
"""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import pytest
from ai_edge_litert.interpreter import Interpreter, OpResolverType

from tests.models_src import networks, surgery

ABSOLUTE = 1e-3
"""Of an output: crop px, logits, probability."""


@functools.cache
def interpreter(name: str) -> Any:
    runtime = Interpreter(
        model_content=surgery.without_custom_operators(networks.original(name)),
        experimental_preserve_all_tensors=True,
        experimental_op_resolver_type=OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
    )
    runtime.allocate_tensors()
    return runtime


@pytest.mark.parametrize("shown", ["face", "noise", "ramp"])
@pytest.mark.parametrize("name", networks.SUBJECTS)
def test_every_activation(name: str, shown: str, record_property: Any) -> None:
    network, runtime = networks.network(name), interpreter(name)
    picture = networks.inputs(name)[shown]
    ours = networks.run(networks.converted(name), source=networks.channels_first(picture))
    fed = [detail["index"] for detail in runtime.get_input_details()]
    for tensor in fed:
        runtime.set_tensor(tensor, picture if tensor == network.inputs[0] else ours[network.name(tensor)])
    runtime.invoke()

    compared = [t for t in networks.activations(name) if t not in fed and network.name(t) in ours]
    padded = [o.outputs[0] for o in network.operators if o.kind == "PAD" and network.name(o.outputs[0]) not in ours]
    assert len(compared) + len(fed) - 1 + len(padded) == len(networks.activations(name))

    relative, absolute = 0.0, 0.0
    for tensor in compared:
        theirs, mine = runtime.get_tensor(tensor), ours[network.name(tensor)]
        assert theirs.shape == mine.shape, network.name(tensor)
        error = float(np.abs(theirs - mine).max())
        relative = max(relative, error / max(1.0, float(np.abs(theirs).max())))
        if tensor in network.outputs:
            absolute = max(absolute, error)
    record_property("tensors", len(compared))
    record_property("relative error", relative)
    record_property("absolute error of outputs", absolute)
    print(f"{name}, {shown}: {len(compared)} tensors, {relative:.1e} of the maximum; outputs {absolute:.1e}")
    assert relative < networks.SUBJECTS[name].agreement
    assert absolute < ABSOLUTE
