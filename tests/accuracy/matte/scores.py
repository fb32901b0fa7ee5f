"""How far a matte is from the truth, in the field's three numbers.

Rhemann et al., A perceptually motivated online benchmark for image matting (CVPR 2009): SAD, MSE and gradient error;
here over everything above the chin (clothes are no part of an identity photo's matte that anybody complains of), MSE
over a band of 0.1 T around the soft pixels.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from models_src.training.mattes import Numbers, Portrait

Precise = npt.NDArray[np.float64]

BAND = 0.1
"""T around the truth's soft pixels over which MSE is taken."""
SIGMA = 1.4
"""Of the Gaussian derivatives of the gradient error, px."""


class Score(NamedTuple):
    """`sad` in thousands of px; `mse` x 1000 over the band; `grad` in thousands."""

    sad: float
    mse: float
    grad: float


def score(alpha: Numbers, portrait: Portrait) -> Score:
    """`alpha` [h, w] of a composed photo of this portrait."""
    chin = min(portrait.alpha.shape[0], round(portrait.chin[1]))
    made, truth = alpha[:chin].astype(np.float64), portrait.alpha[:chin].astype(np.float64)
    soft = ((truth > 0.01) & (truth < 0.99)).astype(np.uint8)
    far = cv2.distanceTransform(1 - soft, cv2.DIST_L2, 5)
    band = far <= BAND * portrait.t
    error = made - truth
    return Score(
        float(np.abs(error).sum() / 1000),
        float(1000 * (error[band] ** 2).mean()),
        float(((_slope(made) - _slope(truth)) ** 2).sum() / 1000),
    )


def _slope(alpha: Precise) -> Precise:
    smooth = cv2.GaussianBlur(alpha, (0, 0), SIGMA)
    dy, dx = np.gradient(smooth)
    return np.asarray(np.hypot(dx, dy), float)
