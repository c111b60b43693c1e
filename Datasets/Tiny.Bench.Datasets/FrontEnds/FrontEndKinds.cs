using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>The front end of each kind; all tasks share its tables.</summary>
public static class FrontEndKinds
{
    private static readonly Lazy<IFrontEnd> Mfcc = new(() => new KeywordMfcc());
    private static readonly Lazy<IFrontEnd> LogMel = new(() => new MachineLogMel());
    private static readonly Lazy<IFrontEnd> FilterBank = new(() => new WakeWordFilterBank());

    /// <summary>The front end that a suite means.</summary>
    public static IFrontEnd Get(this FrontEndKind kind) => kind switch
    {
        FrontEndKind.Mfcc => Mfcc.Value,
        FrontEndKind.LogMel => LogMel.Value,
        FrontEndKind.FilterBank => FilterBank.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such front end."),
    };
}
