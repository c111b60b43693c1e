using System.Security.Cryptography;
using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Conformance.Dialects;
using Tiny.Bench.Harness.Systems;

namespace Tiny.Bench.Harness.Audit;

/// <summary>Judges the printed answers of accuracy logs, all against the same answers of the reference.</summary>
/// <remarks>
/// Samples are matched by name, in whatever order they were run. A dialect is named only of the whole official list, every printed value of which is what
/// that dialect's code prints.
/// </remarks>
public sealed class AnswerAuditor
{
    private const int Uint8Offset = 128;

    private readonly IReadOnlyList<ReferenceAnswers> _answers;
    private readonly Dictionary<string, string> _names;

    private AnswerAuditor(IReadOnlyList<ReferenceAnswers> answers)
    {
        _answers = answers;
        _names = answers[0].Files.ToDictionary(file => file, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Gets the reference's answers by every rule.</summary>
    /// <param name="task">A classifier that ends in an int8 softmax, with its official list.</param>
    /// <param name="cache">Where they are kept.</param>
    /// <param name="progress">Told of passes over the samples; not at all when all answers are kept.</param>
    /// <param name="cancellationToken">Ends the passes.</param>
    /// <exception cref="ConformanceException">The list is not the official one.</exception>
    /// <exception cref="TinyBenchException">A sample is missing or malformed.</exception>
    public static async ValueTask<AnswerAuditor> CreateAsync(
        HostTask task, ReferenceAnswerCache cache, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        if (!task.ListIdentity.IsOfficial)
            throw new ConformanceException(task.Task.Id, $"has the samples of {task.ListIdentity.Name} at hand; published answers are those to the official list");
        return new AnswerAuditor(await cache.GetAllAsync(task, progress, cancellationToken));
    }

    /// <summary>Judges one log.</summary>
    /// <param name="answers">One for each sample, by its file's name in any case.</param>
    public AnswerAudit Judge(IReadOnlyList<PrintedSample> answers)
    {
        PrintedSample[] named = [.. answers.Select(answer => _names.TryGetValue(answer.File, out string? name) ? answer with { File = name } : answer)];
        PrintedRange range = PrintedRange.Of(named);
        if (range.IsUint8)
            named = [.. named.Select(answer => answer with { Values = [.. answer.Values.Select(value => value - Uint8Offset)] })];
        DialectVerdict verdict = PrintedFinding.Judge(_answers, new PrintedEvidence { Samples = named });
        var audit = new AnswerAudit
        {
            Verdict = verdict,
            Printing = PrintingOf(verdict, range),
            Reason = null,
            Fingerprint = verdict.Printing is { } mode ? FingerprintOf(named, mode) : null,
            Missing = verdict.Faults.Count(fault => fault.Kind == EvidenceFaultKind.Missing),
            Unknown = verdict.Faults.Count(fault => fault.Kind == EvidenceFaultKind.Unknown),
        };
        return audit.Exact is null ? audit with { Reason = ReasonOf(verdict, range) } : audit;
    }

    private static string PrintingOf(DialectVerdict verdict, PrintedRange range)
    {
        if (range.IsUint8)
            return $"other: {range.Describe()}, read as uint8 codes";
        if (range.IsOneHot || !(range.IsInteger || range.IsProbability))
            return $"other: {range.Describe()}";
        return verdict.Printing switch
        {
            PrintingMode.Cut => "cut",
            PrintingMode.Rounded => "rounded",
            PrintingMode.Codes => "int8",
            _ when FirstOf(verdict, EvidenceFaultKind.NoCode, EvidenceFaultKind.MixedPrinting, EvidenceFaultKind.WrongLength) is { } fault => $"other: {fault.Input} {fault.Problem}",
            _ => "other: no value tells cut from rounded",
        };
    }

    private static string ReasonOf(DialectVerdict verdict, PrintedRange range)
    {
        var reasons = new List<string>();
        foreach (IGrouping<EvidenceFaultKind, EvidenceFault> kind in verdict.Faults.GroupBy(fault => fault.Kind).OrderBy(group => group.Key))
        {
            EvidenceFault first = kind.First();
            reasons.Add($"{kind.Count()} of {verdict.Samples} {Plural(kind.Key)}, first {first.Input}: {first.Problem}");
        }

        if (range.IsInteger && range.Count > 0)
            reasons.Insert(0, $"prints {range.Describe()}");
        if (verdict.Exact is { } other)
            reasons.Add($"{other.Name} gives all {verdict.Samples}, but ends in another softmax than the reference's");
        if (verdict.First is { } difference)
            reasons.Add($"{verdict.Nearest.Name} gives {verdict.Matching} of {verdict.Samples}, first difference {difference.Describe()}");
        return string.Join("; ", reasons);
    }

    private static string Plural(EvidenceFaultKind kind) => kind switch
    {
        EvidenceFaultKind.Missing => "samples without answer",
        EvidenceFaultKind.Unknown => "answers to samples of no list",
        EvidenceFaultKind.WrongLength => "answers of another length",
        EvidenceFaultKind.NoCode => "answers with a value that is no code",
        EvidenceFaultKind.MixedPrinting => "answers printed in two ways",
        _ => "samples answered more than once",
    };

    private static EvidenceFault? FirstOf(DialectVerdict verdict, params ReadOnlySpan<EvidenceFaultKind> kinds)
    {
        foreach (EvidenceFault fault in verdict.Faults)
        {
            if (kinds.Contains(fault.Kind))
                return fault;
        }

        return null;
    }

    // Cut or rounded, the nearest code is the same.
    private static string FingerprintOf(IEnumerable<PrintedSample> answers, PrintingMode mode)
    {
        PrintedForm form = mode == PrintingMode.Codes ? PrintedForm.Codes : PrintedForm.Cut;
        IEnumerable<string> lines = answers.Select(answer => $"{answer.File} {string.Join(' ', answer.Values.Select(value => form.NearestCode(value)))}").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
