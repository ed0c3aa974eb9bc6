package org.calx.risk.volatility;

import java.util.Arrays;
import org.calx.risk.numeric.Matrix;

/**
 * Standard errors of a maximum-likelihood fit, in the order of the fit's parameter names; NaN where a matrix cannot be
 * inverted, as at a bound.
 *
 * @param hessian from H⁻¹, the second derivatives
 * @param outerProduct from (Σ s s′)⁻¹, the outer product of the scores (BHHH)
 * @param robust from H⁻¹ (Σ s s′) H⁻¹, right for non-normal errors too: Bollerslev and Wooldridge, Econometric Reviews 11, 1992
 */
public record StandardErrors(double[] hessian, double[] outerProduct, double[] robust) {

    /** @param hessian second derivatives of the negative log-likelihood, @param outer Σ s s′ */
    static StandardErrors of(double[][] hessian, double[][] outer) {
        double[][] inverse = Matrix.inverse(hessian);
        return new StandardErrors(
                rootsOfDiagonal(inverse),
                rootsOfDiagonal(Matrix.inverse(outer)),
                rootsOfDiagonal(Matrix.multiply(Matrix.multiply(inverse, outer), inverse)));
    }

    private static double[] rootsOfDiagonal(double[][] matrix) {
        double[] roots = new double[matrix.length];
        Arrays.setAll(roots, i -> Math.sqrt(matrix[i][i]));
        return roots;
    }
}
