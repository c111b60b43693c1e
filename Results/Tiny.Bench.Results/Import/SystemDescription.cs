using Tiny.Bench.Results.Import.Lines;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>A system's JSON description.</summary>
internal sealed class SystemDescription
{
    private const string Framework = "Inference Framework";

    private SystemDescription(string source, LenientJson json)
    {
        Source = source;
        Notes = [.. json.Repairs.Select(repair => $"the system's description is no JSON ({repair}) and was read leniently")];
        Status = Member(json, "Status");
        Voltage = VoltageIn(Member(json, "Hardware Notes"));
        System = new SystemRecord
        {
            Board = Member(json, "Board Name"),
            Soc = Member(json, "SoC Name"),
            Processor = Member(json, "Processor(s) Name"),
            Accelerator = Member(json, "Accelerator"),
            Clock = Member(json, "Processor(s) Frequencies"),
            AcceleratorClock = Member(json, "Accelerator(s) Frequencies"),
            Memory = Member(json, "SoC Memory capacity (not including processor or accelerator)"),
            Software = json.Members.ContainsKey(Framework) ? Member(json, Framework) : Member(json, "Software Libraries"),
            Quantization = Member(json, "Quantization Method"),
            Compiler = Member(json, "General Compiler(s)"),
        };
    }

    /// <summary>The file.</summary>
    public string Source { get; }

    /// <summary>What was taken as meant.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Availability, as written.</summary>
    public string? Status { get; }

    /// <summary>The voltage of the hardware notes without its unit, as written: <c>1.0</c> of "Operating at 1.0 V".</summary>
    public string? Voltage { get; }

    public SystemRecord System { get; }

    /// <summary>Reads a description; null when there is nothing to read.</summary>
    public static SystemDescription? Read(SourceText text, ICollection<ImportProblem> problems)
    {
        LenientJson json = LenientJson.Read(text.Content);
        if (json.Failure is { } failure)
            problems.Add(text.Problem(failure.Line, failure.Text));
        return json.Members.Count == 0 ? null : new SystemDescription(text.Name, json);
    }

    /// <summary>The first number that is followed by V, with or without a blank.</summary>
    internal static string? VoltageIn(string? notes)
    {
        ReadOnlySpan<char> text = notes;
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != 'V' || (at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1])))
                continue;
            ReadOnlySpan<char> before = text[..at].TrimEnd(' ');
            int start = before.Length;
            while (start > 0 && (char.IsAsciiDigit(before[start - 1]) || before[start - 1] == '.'))
                start--;
            if (Figure.TryParseNumber(before[start..], out double volts) && volts > 0)
                return before[start..].ToString();
        }

        return null;
    }

    private static string? Member(LenientJson json, string name) =>
        json.Members.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;
}
