using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Exhaustive.Certificates;

/// <summary>Counts, for two dialects, the accumulators of models that they treat differently.</summary>
/// <param name="pair">The dialects.</param>
/// <param name="clamped">Whether output codes are compared; else the bare int32 results.</param>
public sealed class CertificateMaker(DialectPair pair, bool clamped)
{
    /// <summary>Certifies every requantization of a model.</summary>
    /// <exception cref="ReferenceException">The model cannot be prepared, or requantizes in a way that has no certificate.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CertifiedModel Certify(TfliteModel model, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<RequantizingOperator> operators = ModelRequantizations.Of(model);
        var certified = new List<CertifiedOperator>(operators.Count);
        foreach (RequantizingOperator requantizing in operators)
        {
            certified.Add(requantizing.Sum is { } sum ? Certify(requantizing.Model, sum) : Certify(requantizing.Model, requantizing.Sites, cancellation));
            progress?.Report((certified.Count, operators.Count));
        }

        IEnumerable<CertifiedChannel> channels = certified.SelectMany(found => found.Channels ?? []);
        return new CertifiedModel
        {
            Name = model.Source,
            Sha256 = model.Sha256,
            Reachable = channels.Sum(channel => channel.Reachable),
            Differing = channels.Sum(channel => channel.Differing),
            Operators = certified,
        };
    }

    /// <summary>Counts for one channel.</summary>
    /// <exception cref="ArgumentException">The site is none that a kernel has.</exception>
    internal CertifiedChannel Certify(RequantizationSite site, CancellationToken cancellation)
    {
        var question = new RequantizationQuestion(pair, site.Scale, site.Reachable, site.Clamp);
        if (!question.IsValid)
            throw new ArgumentException($"{site} is none that a kernel has; expected a multiplier that is not negative, a shift of -31 to 30 and ranges that are not empty.", nameof(site));
        (long differing, long? ofAll) = clamped ? CountCodes(site, cancellation) : (Count(site, site.Reachable, clamp: null, cancellation), null);
        return new CertifiedChannel
        {
            Channel = site.Channel,
            Multiplier = site.Scale.Multiplier,
            Shift = site.Scale.Shift,
            FirstReachable = site.Reachable.First,
            LastReachable = site.Reachable.Last,
            Reachable = site.Reachable.Count,
            Differing = differing,
            DifferingOfAll = ofAll,
        };
    }

    private (long Differing, long? OfAll) CountCodes(RequantizationSite site, CancellationToken cancellation)
    {
        IReadOnlyList<AccumulatorRange>? runs = DifferingRuns.Find(new RequantizationQuestion(pair, site.Scale, AccumulatorRange.All, site.Clamp));
        return runs is null
            ? (Count(site, site.Reachable, site.Clamp, cancellation), Count(site, AccumulatorRange.All, site.Clamp, cancellation))
            : (DifferingRuns.CountWithin(runs, site.Reachable), DifferingRuns.CountWithin(runs, AccumulatorRange.All));
    }

    private long Count(RequantizationSite site, AccumulatorRange range, OutputClamp? clamp, CancellationToken cancellation) =>
        RequantizationComparer.Compare(new RequantizationQuestion(pair, site.Scale, range, clamp), progress: null, cancellation).Differing;

    private CertifiedOperator Certify(ModelOperator source, IReadOnlyList<RequantizationSite> sites, CancellationToken cancellation) => new()
    {
        Index = source.Index,
        Name = source.Name,
        ZeroPoint = sites[0].Clamp.ZeroPoint,
        Minimum = sites[0].Clamp.Minimum,
        Maximum = sites[0].Clamp.Maximum,
        Channels = [.. sites.AsParallel().AsOrdered().WithCancellation(cancellation).Select(site => Certify(site, cancellation))],
    };

    private CertifiedOperator Certify(ModelOperator source, SumCodes sum) => new()
    {
        Index = source.Index,
        Name = source.Name,
        ZeroPoint = sum.OutputZeroPoint,
        Minimum = sum.ActivationMinimum,
        Maximum = sum.ActivationMaximum,
        DifferingInputPairs = SumComparer.CountDiffering(pair, sum),
    };
}
