package org.calx.pricing.numeric;

/** Linear equations by Gauss's elimination with the greatest pivot of each column. */
public final class LinearSystem {
    private LinearSystem() {}

    /**
     * The x of {@code matrix x = right}; both arguments are overwritten.
     *
     * @throws ArithmeticException when the matrix is singular
     */
    public static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            swap(matrix, right, column, pivot);
            if (!(Math.abs(matrix[column][column]) > 0)) {
                throw new ArithmeticException("the linear equations have no single solution");
            }
            for (int row = column + 1; row < size; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (int k = column; k < size; k++) {
                    matrix[row][k] -= factor * matrix[column][k];
                }
                right[row] -= factor * right[column];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int k = row + 1; k < size; k++) {
                right[row] -= matrix[row][k] * right[k];
            }
            right[row] /= matrix[row][row];
        }
        return right;
    }

    private static void swap(double[][] matrix, double[] right, int a, int b) {
        double[] row = matrix[a];
        matrix[a] = matrix[b];
        matrix[b] = row;
        double value = right[a];
        right[a] = right[b];
        right[b] = value;
    }
}
