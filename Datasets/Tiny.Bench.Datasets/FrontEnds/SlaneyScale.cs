namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>The mel scale that is linear below 1000 Hz (mel 15) and logarithmic above.</summary>
/// <remarks>Source: spec/front-ends.md, ad01 step 2; Slaney, "Auditory Toolbox", mfcc.m.</remarks>
internal static class SlaneyScale
{
    private const double HertzPerMel = 200.0 / 3;
    private const double BreakHertz = 1000;
    private const double BreakMel = BreakHertz / HertzPerMel;

    // 27 steps lead from 1000 to 6400 Hz.
    private static readonly double LogStep = Math.Log(6.4) / 27;

    /// <summary>The mel of a frequency, at least 0 Hz.</summary>
    public static double ToMel(double hertz) => hertz < BreakHertz ? hertz / HertzPerMel : BreakMel + (Math.Log(hertz / BreakHertz) / LogStep);

    /// <summary>The frequency of a mel, at least 0.</summary>
    public static double ToHertz(double mel) => mel < BreakMel ? mel * HertzPerMel : BreakHertz * Math.Exp((mel - BreakMel) * LogStep);
}
