namespace Tiny.Bench.Boards.Energy.Uncertainty;

/// <summary>How many standard uncertainties hold the truth in 95.45 % of cases, which for a bell curve are two.</summary>
/// <remarks>
/// A budget that one rectangle rules needs 1.65, five windows alone need 2.9. So the components are convolved on a grid, as GUM Supplement 1
/// (JCGM 101:2008) does by drawing, and the quantile is read off.
/// </remarks>
internal static class CoverageFactor
{
    /// <summary>Coverage of two standard deviations of a bell curve.</summary>
    public const double Coverage = 0.954499736;

    // In units of the combined standard uncertainty. Beyond 20 lie 0.25 % of the t of three windows, less of all others.
    private const double Step = 0.04;
    private const int Half = 500;

    // Adds less than 0.02 % to the combined one, and is narrower than a step of the grid.
    private const double Negligible = 0.02;

    /// <summary>The factor of a budget; 2 when it is empty.</summary>
    public static double Of(IReadOnlyList<UncertaintyComponent> components)
    {
        double combined = Math.Sqrt(components.Sum(component => component.Standard * component.Standard));
        if (!(combined > 0))
            return 2;

        // A curve is cheap to add to the spike at the start, a box at any time.
        double[] density = Spike();
        foreach (UncertaintyComponent component in components.Where(component => component.Standard > Negligible * combined).OrderBy(component => IsBox(component.Distribution)))
        {
            double standard = component.Standard / combined / Step;
            density = component.Distribution switch
            {
                UncertaintyDistribution.Rectangular => WithBox(density, standard * Math.Sqrt(3)),
                UncertaintyDistribution.Triangular => WithBox(WithBox(density, standard * Math.Sqrt(1.5)), standard * Math.Sqrt(1.5)),
                UncertaintyDistribution.Normal => With(density, place => Math.Exp(-place * place / (2 * standard * standard)), 0),
                _ => WithStudent(density, standard, component.DegreesOfFreedom),
            };
        }

        return Step * Quantile(density);
    }

    /// <summary>The factor of a Student's t alone.</summary>
    public static double OfStudent(int degreesOfFreedom) =>
        Step * Quantile(WithStudent(Spike(), 1 / Step, degreesOfFreedom));

    private static bool IsBox(UncertaintyDistribution distribution) =>
        distribution is UncertaintyDistribution.Rectangular or UncertaintyDistribution.Triangular;

    private static double[] Spike()
    {
        double[] density = new double[(2 * Half) + 1];
        density[Half] = 1;
        return density;
    }

    // Its tail beyond the grid falls with a power of the place, whose integral is known.
    private static double[] WithStudent(double[] density, double scale, int degreesOfFreedom)
    {
        double power = degreesOfFreedom + 1;
        double beyond = (Half + 0.5) / scale;
        double tail = 2 * scale * Math.Pow(degreesOfFreedom, power / 2) * Math.Pow(beyond, -degreesOfFreedom) / degreesOfFreedom;
        return With(density, place => Math.Pow(1 + (place * place / (scale * scale * degreesOfFreedom)), -power / 2), tail);
    }

    // Each mass is spread evenly over its step, so that the box may end inside one.
    private static double[] WithBox(double[] density, double halfWidth)
    {
        double[] cumulative = new double[density.Length + 1];
        for (int index = 0; index < density.Length; index++)
            cumulative[index + 1] = cumulative[index] + density[index];
        double[] result = new double[density.Length];
        for (int index = 0; index < result.Length; index++)
            result[index] = (Below(index + 0.5 + halfWidth) - Below(index + 0.5 - halfWidth)) / (2 * halfWidth);
        return result;

        double Below(double place)
        {
            double inside = Math.Clamp(place, 0, density.Length);
            int whole = Math.Min((int)inside, density.Length - 1);
            return cumulative[whole] + ((inside - whole) * density[whole]);
        }
    }

    private static double[] With(double[] density, Func<double, double> shape, double tail)
    {
        double[] kernel = [.. Enumerable.Range(-Half, (2 * Half) + 1).Select(place => shape(place))];
        double sum = kernel.Sum() + tail;
        double[] result = new double[density.Length];
        for (int from = 0; from < density.Length; from++)
        {
            if (density[from] == 0)
                continue;
            for (int to = Math.Max(0, from - Half); to < Math.Min(density.Length, from + Half + 1); to++)
                result[to] += density[from] * kernel[to - from + Half] / sum;
        }

        return result;
    }

    private static double Quantile(double[] density)
    {
        double inside = density[Half];
        for (int place = 1; place <= Half; place++)
        {
            double pair = density[Half - place] + density[Half + place];
            if (inside + pair >= Coverage)
                return place - 0.5 + ((Coverage - inside) / pair);
            inside += pair;
        }

        return Half;
    }
}
