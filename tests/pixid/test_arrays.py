"""Both array libraries give the same: values worked out by hand. Also run on MicroPython."""

from pixid import arrays


def test_products():
    a = arrays.array([[1.0, 2.0], [3.0, 4.0]])
    assert a.shape == (2, 2)
    assert arrays.dot(a, a).tolist() == [[7, 10], [15, 22]]
    assert arrays.dot(a, a.T).tolist() == [[5, 11], [11, 25]]
    assert arrays.dot(a, arrays.array([1.0, 1.0])).tolist() == [3, 7]
    assert arrays.dot(arrays.array([1.0, 2.0]), arrays.array([3.0, 4.0])) == 11


def test_inverse():
    a = arrays.array([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])
    unit = arrays.dot(a, arrays.inverse(a)).tolist()
    assert all([abs(unit[i][j] - (1 if i == j else 0)) < 1e-12 for i in range(3) for j in range(3)])


def test_a_singular_matrix_is_an_error():
    try:
        arrays.inverse(arrays.array([[1.0, 2.0], [2.0, 4.0]]))
    except Exception:
        return
    raise AssertionError("a singular matrix was inverted")


def test_doubles():
    assert arrays.array([1.0])[0] + 1e-12 != 1.0
