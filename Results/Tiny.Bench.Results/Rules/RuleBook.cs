using Tiny.Bench.Results.Rules.Runs;
using Tiny.Bench.Results.Rules.Submissions;

namespace Tiny.Bench.Results.Rules;

/// <summary>Every rule, by id.</summary>
public static class RuleBook
{
    private const string FirstOfContents = "TB0117";

    internal static TB0170RecordReads RecordReads { get; } = new();

    internal static TB0171SealHolds SealHolds { get; } = new();

    internal static TB0139EnergyTrace EnergyTraces { get; } = new();

    /// <summary>Rules over submission trees.</summary>
    public static IReadOnlyList<ISubmissionRule> OfSubmissions { get; } =
    [
        new TB0101DivisionFolder(),
        new TB0102NoSymbolicLinks(),
        new TB0103FileSize(),
        new TB0104NoCompiledPython(),
        new TB0105NoEmptyFolders(),
        new TB0106PathNames(),
        new TB0107ModelMapping(),
        new TB0108SystemDescriptionExists(),
        new TB0109Availability(),
        new TB0110NoSystemType(),
        new TB0111SystemDescriptionReads(),
        new TB0112OneDescription(),
        new TB0113TaskFolderName(),
        new TB0114LargeImageNeedsSmall(),
        new TB0115RequiredFiles(),
        new TB0116ResultsExist(),
        new TB0117AccuracyFigure(),
        new TB0118QualityTarget(),
        new TB0119ThroughputFigure(),
        new TB0120EnergyFigure(),
        new TB0121StreamingFigures(),
        new TB0122StreamingWords(),
        new TB0123StreamingTarget(),
        new TB0124SummaryColumns(),
        new TB0130WindowLength(),
        new TB0131WindowInferences(),
        new TB0132FiveWindows(),
        new TB0133DistinctInputs(),
        new TB0134SampleListKnown(),
        new TB0135SampleListCurrent(),
        new TB0136SameBuild(),
        new TB0137SameSpeed(),
        new TB0138EnergyThroughput(),
        new TB0140LapsAgree(),
        new TB0141FiguresAgree(),
        new TB0142LapsInJson(),
        new TB0143NoErrorLines(),
        new TB0144ModelOfTask(),
        new TB0145StandardLayout(),
        new TB0146FilesRead(),
        new TB0147AnswersWhole(),
        new TB0148AccuracyFollows(),
        new TB0149SessionEnds(),
        new TB0150JsonAnswers(),
        new TB0151StreamingScore(),
        new TB0152StreamingGrace(),
    ];

    /// <summary>Those of them that ask what logs and results say, not where they lie.</summary>
    internal static IReadOnlyList<ISubmissionRule> OfContents { get; } =
        [.. OfSubmissions.Where(rule => string.CompareOrdinal(rule.Id, FirstOfContents) >= 0 && rule is not (TB0124SummaryColumns or TB0145StandardLayout))];

    /// <summary>Rules over run records.</summary>
    public static IReadOnlyList<IRecordRule> OfRecords { get; } =
    [
        new TB0160RecordQuick(),
        new TB0161RecordWindowLength(),
        new TB0162RecordFiveInputs(),
        new TB0163RecordOfficialList(),
        new TB0164RecordWholeList(),
        new TB0165RecordTarget(),
        new TB0166RecordSameBuild(),
        new TB0167RecordFiguresAgree(),
        new TB0168RecordMeasured(),
        new TB0169RecordEnergyThroughput(),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IRule> All { get; } = [.. ((IRule[])[.. OfSubmissions, EnergyTraces, .. OfRecords, RecordReads, SealHolds]).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule of an id; null when there is none.</summary>
    public static IRule? Find(string id) => All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));
}
