package org.calx.risk.numeric;

/** Products and inverses of small dense matrices. */
public final class Matrix {
    private Matrix() {}

    /** Matrix times column. */
    public static double[] multiply(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] += a[i][j] * x[j];
            }
        }
        return product;
    }

    /** Matrix times matrix. */
    public static double[][] multiply(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[k].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    /**
     * The inverse, by Gauss–Jordan elimination with row pivoting.
     *
     * @return a new matrix; of NaN where the matrix is singular
     */
    public static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] rows = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, rows[i], 0, n);
            rows[i][n + i] = 1;
        }
        for (int column = 0; column < n; column++) {
            swap(rows, column, pivotRow(rows, column));
            double pivot = rows[column][column];
            for (int j = 0; j < 2 * n; j++) {
                rows[column][j] = pivot == 0 ? Double.NaN : rows[column][j] / pivot;
            }
            for (int i = 0; i < n; i++) {
                if (i != column) {
                    subtract(rows[i], rows[column], rows[i][column]);
                }
            }
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(rows[i], n, inverse[i], 0, n);
        }
        return inverse;
    }

    /**
     * The lower triangular L with L L′ the given covariance (Cholesky). A direction without variance gives a column of 0.
     *
     * @param covariance symmetric, without negative eigenvalues
     */
    public static double[][] cholesky(double[][] covariance) {
        int n = covariance.length;
        double[][] root = new double[n][n];
        for (int j = 0; j < n; j++) {
            double rest = covariance[j][j] - dot(root[j], root[j], j);
            // Below this the rest is rounding: the variable is a combination of those before it.
            root[j][j] = rest > 1e-14 * covariance[j][j] ? Math.sqrt(rest) : 0;
            for (int i = j + 1; i < n; i++) {
                root[i][j] = root[j][j] == 0 ? 0 : (covariance[i][j] - dot(root[i], root[j], j)) / root[j][j];
            }
        }
        return root;
    }

    private static double dot(double[] a, double[] b, int terms) {
        double sum = 0;
        for (int i = 0; i < terms; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static int pivotRow(double[][] rows, int column) {
        int best = column;
        for (int i = column + 1; i < rows.length; i++) {
            if (Math.abs(rows[i][column]) > Math.abs(rows[best][column])) {
                best = i;
            }
        }
        return best;
    }

    private static void swap(double[][] rows, int a, int b) {
        double[] kept = rows[a];
        rows[a] = rows[b];
        rows[b] = kept;
    }

    private static void subtract(double[] row, double[] other, double factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] -= factor * other[j];
        }
    }
}
