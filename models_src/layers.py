"""TFLite's builtin operators as ONNX nodes, one function each.

Activations are channels-first here and channels-last there; `Emitter` in convert.py keeps track of which tensor is
which."""

from typing import TYPE_CHECKING, Any

import numpy as np
import tflite

from models_src.tflite_model import Operator

if TYPE_CHECKING:
    from models_src.convert import Emitter

SAME = 0
RELU = 1


def conv_2d(emit: "Emitter", operator: Operator) -> str:
    """Convolution; weights OHWI -> OIHW."""
    options = _options(operator, tflite.Conv2DOptions)
    weights = emit.weights(operator.inputs[1]).transpose(0, 3, 1, 2)
    return _convolve(emit, operator, options, weights, group=1)


def depthwise_conv_2d(emit: "Emitter", operator: Operator) -> str:
    """Depthwise convolution with multiplier 1; weights [1, h, w, C] -> [C, 1, h, w]."""
    options = _options(operator, tflite.DepthwiseConv2DOptions)
    weights = emit.weights(operator.inputs[1]).transpose(3, 0, 1, 2)
    if options.DepthMultiplier() != 1:
        raise ValueError("depth multipliers other than 1 are not converted")
    return _convolve(emit, operator, options, weights, group=weights.shape[0])


def max_pool_2d(emit: "Emitter", operator: Operator) -> str:
    """Max pooling."""
    options = _options(operator, tflite.Pool2DOptions)
    kernel, strides = (options.FilterHeight(), options.FilterWidth()), (options.StrideH(), options.StrideW())
    pads = _same_pads(emit.shape(operator.inputs[0])[1:3], kernel, strides) if options.Padding() == SAME else [0] * 4
    return emit.graph.op("MaxPool", emit.image(operator.inputs[0]), kernel_shape=kernel, strides=strides, pads=pads)


def average_pool_2d(emit: "Emitter", operator: Operator) -> str:
    """Average pooling over the whole map, the only use in these networks."""
    options = _options(operator, tflite.Pool2DOptions)
    if (options.FilterHeight(), options.FilterWidth()) != emit.shape(operator.inputs[0])[1:3]:
        raise ValueError("only global average pools are converted")
    return emit.graph.op("GlobalAveragePool", emit.image(operator.inputs[0]))


def pad(emit: "Emitter", operator: Operator) -> str | None:
    """Padding by zeros: of channels as a node, of rows and columns by handing it on to the convolution that follows."""
    rows = emit.weights(operator.inputs[1])
    source = emit.image(operator.inputs[0])
    if rows[0].any():
        raise ValueError("padding of the batch is not converted")
    if rows[1:3].any():
        if rows[3].any():
            raise ValueError("padding of rows, columns and channels at once is not converted")
        emit.pads_ahead[operator.outputs[0]] = (source, [int(n) for n in rows[1:3].T.ravel()])
        return None
    return emit.graph.op("Pad", source, [0, int(rows[3][0]), 0, 0, 0, int(rows[3][1]), 0, 0])


def add(emit: "Emitter", operator: Operator) -> str:
    """Sum of two activations."""
    options = _options(operator, tflite.AddOptions)
    total = emit.graph.op("Add", emit.value(operator.inputs[0]), emit.value(operator.inputs[1]))
    return _activated(emit, total, options.FusedActivationFunction())


def mul(emit: "Emitter", operator: Operator) -> str:
    """Product of an activation with another one ([1, 1, 1, C] broadcasts) or with a constant."""
    return emit.graph.op("Mul", emit.value(operator.inputs[0]), emit.value(operator.inputs[1]))


def relu(emit: "Emitter", operator: Operator) -> str:
    """max(x, 0)."""
    return emit.graph.op("Relu", emit.value(operator.inputs[0]))


def prelu(emit: "Emitter", operator: Operator) -> str:
    """x or alpha x; alpha [1, 1, C] is shared over the map. Alphas may be negative or above 1, so no LeakyRelu."""
    alpha = emit.weights(operator.inputs[1])
    if alpha.shape[:-1] != (1, 1):
        raise ValueError("PReLU slopes must be shared over rows and columns")
    return emit.graph.op("PRelu", emit.image(operator.inputs[0]), alpha.reshape(-1, 1, 1))


def hard_swish(emit: "Emitter", operator: Operator) -> str:
    """x clip(x + 3, 0, 6) / 6."""
    return emit.graph.op("HardSwish", emit.value(operator.inputs[0]))


def logistic(emit: "Emitter", operator: Operator) -> str:
    """1 / (1 + exp(-x))."""
    return emit.graph.op("Sigmoid", emit.value(operator.inputs[0]))


def resize_bilinear(emit: "Emitter", operator: Operator) -> str:
    """Bilinear resize at pixel centres."""
    options = _options(operator, tflite.ResizeBilinearOptions)
    if options.AlignCorners() or not options.HalfPixelCenters():
        raise ValueError("only half-pixel resizes are converted")
    _, height, width, channels = emit.shape(operator.outputs[0])
    sizes = [1, channels, height, width]
    return emit.graph.op("Resize", emit.image(operator.inputs[0]), None, None, sizes, mode="linear")


def depth_to_space(emit: "Emitter", operator: Operator) -> str:
    """Channels to blocks; TFLite's order of channels is ONNX' mode DCR."""
    options = _options(operator, tflite.DepthToSpaceOptions)
    return emit.graph.op("DepthToSpace", emit.image(operator.inputs[0]), blocksize=options.BlockSize(), mode="DCR")


def reshape(emit: "Emitter", operator: Operator) -> str:
    """Reshape in TFLite's own channels-last order, or anchors and landmarks come out shuffled."""
    return emit.graph.reshape(emit.plain(operator.inputs[0]), emit.shape(operator.outputs[0]))


def concatenation(emit: "Emitter", operator: Operator) -> str:
    """Concatenation of tensors that are no maps any more."""
    options = _options(operator, tflite.ConcatenationOptions)
    return emit.graph.op("Concat", *(emit.plain(i) for i in operator.inputs), axis=options.Axis())


def strided_slice(emit: "Emitter", operator: Operator) -> str:
    """The one strided slice in these networks takes everything."""
    if emit.shape(operator.inputs[0]) != emit.shape(operator.outputs[0]):
        raise ValueError("only the identity slice is converted")
    return emit.value(operator.inputs[0])


def transposed_conv(emit: "Emitter", operator: Operator) -> str:
    """MediaPipe's Convolution2DTransposeBias: weights OHWI, bias, stride 2; options are int32 padding (1 = SAME),
    strides."""
    padding, *strides = np.frombuffer(operator.raw_custom, dtype="<i4").tolist()
    weights, bias = emit.weights(operator.inputs[1]), emit.weights(operator.inputs[2])
    if padding != 1 or list(weights.shape[1:3]) != strides:
        raise ValueError("only transposed convolutions without overlap are converted")
    source = emit.image(operator.inputs[0])
    return emit.graph.op("ConvTranspose", source, weights.transpose(3, 0, 1, 2), bias, strides=strides)


def _convolve(emit: "Emitter", operator: Operator, options: Any, weights: Any, group: int) -> str:
    if options.DilationHFactor() != 1 or options.DilationWFactor() != 1:
        raise ValueError("dilated convolutions are not converted")
    strides = (options.StrideH(), options.StrideW())
    ahead = emit.pads_ahead.get(operator.inputs[0])
    if ahead is not None:
        source, pads = ahead
        if options.Padding() == SAME:
            raise ValueError("padding ahead of a SAME convolution is not converted")
    else:
        source = emit.image(operator.inputs[0])
        size = emit.shape(operator.inputs[0])[1:3]
        pads = _same_pads(size, weights.shape[2:], strides) if options.Padding() == SAME else [0] * 4
    bias = emit.weights(operator.inputs[2])
    made = emit.graph.op("Conv", source, weights, bias, strides=strides, pads=pads, group=group)
    return _activated(emit, made, options.FusedActivationFunction())


def _same_pads(size: Any, kernel: Any, strides: Any) -> list[int]:
    """TFLite's SAME: the odd pixel of padding comes after."""
    before, after = [], []
    for n, k, s in zip(size, kernel, strides, strict=True):
        total = max((-(-n // s) - 1) * s + k - n, 0)
        before.append(total // 2)
        after.append(total - total // 2)
    return before + after


def _activated(emit: "Emitter", value: str, activation: int) -> str:
    if activation not in (0, RELU):
        raise ValueError(f"fused activation {activation} is not converted")
    return emit.graph.op("Relu", value) if activation == RELU else value


def _options(operator: Operator, kind: Any) -> Any:
    options = kind()
    options.Init(operator.options.Bytes, operator.options.Pos)
    return options
