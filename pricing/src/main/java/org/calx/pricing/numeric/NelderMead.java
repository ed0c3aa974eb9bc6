package org.calx.pricing.numeric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * The simplex method of J. Nelder and R. Mead, 1965, begun again from where it ended until that gains nothing: for functions of few
 * variables without derivatives.
 */
public final class NelderMead {
    private static final double TOLERANCE = 1e-10;
    private static final int MOST_RESTARTS = 10;

    private NelderMead() {}

    private record Vertex(double[] point, double value) {}

    /**
     * A point that no other near it undercuts.
     *
     * @param step first length of the simplex along each variable
     * @param mostEvaluations of all restarts together
     */
    public static double[] minimise(
            ToDoubleFunction<double[]> function, double[] start, double step, int mostEvaluations) {
        int[] left = {mostEvaluations};
        ToDoubleFunction<double[]> counted = point -> {
            left[0]--;
            double value = function.applyAsDouble(point);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        };
        Vertex best = new Vertex(start.clone(), counted.applyAsDouble(start));
        for (int restart = 0; restart < MOST_RESTARTS && left[0] > 0; restart++) {
            Vertex next = search(counted, best, step, left);
            boolean settled = best.value - next.value <= 1e-9 * (1 + Math.abs(next.value));
            best = next;
            if (settled && restart > 0) {
                break;
            }
        }
        return best.point;
    }

    private static Vertex search(ToDoubleFunction<double[]> function, Vertex start, double step, int[] left) {
        int size = start.point.length;
        Vertex[] simplex = new Vertex[size + 1];
        simplex[0] = start;
        for (int i = 0; i < size; i++) {
            double[] point = start.point.clone();
            point[i] += step;
            simplex[i + 1] = new Vertex(point, function.applyAsDouble(point));
        }
        while (left[0] > 0) {
            Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
            if (simplex[size].value - simplex[0].value <= TOLERANCE * (1 + Math.abs(simplex[0].value))) {
                break;
            }
            move(function, simplex);
        }
        Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
        return simplex[0];
    }

    private static void move(ToDoubleFunction<double[]> function, Vertex[] simplex) {
        int size = simplex.length - 1;
        double[] centre = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                centre[j] += simplex[i].point[j] / size;
            }
        }
        Vertex worst = simplex[size];
        Vertex reflected = along(function, centre, worst, -1);
        if (reflected.value < simplex[0].value) {
            Vertex expanded = along(function, centre, worst, -2);
            simplex[size] = expanded.value < reflected.value ? expanded : reflected;
        } else if (reflected.value < simplex[size - 1].value) {
            simplex[size] = reflected;
        } else {
            Vertex contracted = along(function, centre, worst, reflected.value < worst.value ? -0.5 : 0.5);
            if (contracted.value < Math.min(worst.value, reflected.value)) {
                simplex[size] = contracted;
            } else {
                for (int i = 1; i <= size; i++) {
                    simplex[i] = along(function, simplex[0].point, simplex[i], 0.5);
                }
            }
        }
    }

    private static Vertex along(ToDoubleFunction<double[]> function, double[] centre, Vertex from, double by) {
        double[] point = centre.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += by * (from.point[i] - centre[i]);
        }
        return new Vertex(point, function.applyAsDouble(point));
    }
}
