using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Audit;

/// <summary>One published log, spoiled in one way at a time: what harms no answer leaves it exact, what harms one is never exact and is told.</summary>
public sealed class SpoiledLogTests : IDisposable
{
    private const string Published = "logs/v0.5__reference__Nucleo-L4R5ZI__kws__accuracy__log.txt";
    private const string FirstAnswer = "m-results-[0.000,0.000,0.000,0.000,0.000,0.000,0.000,0.996,0.000,0.000,0.000,0.000]";
    private const string SecondAnswer = "m-results-[0.000,0.000,0.992,0.000,0.000,0.000,0.000,0.000,0.000,0.000,0.000,0.007]";

    private static readonly Dictionary<string, Func<string, string>> Harmless = new(StringComparer.Ordinal)
    {
        ["nothing"] = text => text,
        ["CRLF"] = text => text.ReplaceLineEndings("\r\n"),
        ["each line three times"] = text => string.Join('\n', text.Split('\n').SelectMany(line => Enumerable.Repeat(line, 3))),
        ["folders of Windows"] = text => text.Replace("/Users/colby/eembc/runner/benchmarks/ulp-mlperf/datasets/kws01/", @"C:\my sets\kws01\", StringComparison.Ordinal),
        ["names in capitals"] = text => text.Replace("/tst_", "/TST_", StringComparison.Ordinal),
        ["echo and colours"] = text => text.Replace("m-results-", "infer 1 0%\e[32mm-results-", StringComparison.Ordinal).Replace("000]", "000]\e[0m", StringComparison.Ordinal),
        ["a vendor's lines"] = text => text.Replace("m-warmup-done", "m-warmup-done\n00017.700 dut: arena [0.1,0.2] used", StringComparison.Ordinal),
        ["a sample retried"] = text => Before(text, SecondAnswer, "m-results-[0.0\n" + Retry),
        ["undecodable bytes"] = text => text.Replace("m-bload-done", "m-bload-done\uFFFD\uFFFD", StringComparison.Ordinal),
        ["order reversed"] = text => string.Concat(Blocks(text).Reverse()),
        ["a byte order mark"] = text => "\uFEFF" + text,
    };

    private static readonly Dictionary<string, (Func<string, string> Spoil, int Matching, string Told)> Harmful = new(StringComparer.Ordinal)
    {
        ["last digit"] = (text => Replace(text, SecondAnswer, SecondAnswer.Replace("0.007", "0.006", StringComparison.Ordinal)), 999, "which no code prints"),
        ["another code"] = (text => Replace(text, SecondAnswer, SecondAnswer.Replace("0.007", "0.011", StringComparison.Ordinal)), 999, "expected 0.007, got 0.011"),
        ["one value rounded"] = (text => Replace(text, SecondAnswer, SecondAnswer.Replace("0.007", "0.008", StringComparison.Ordinal)), 999, "in another way"),
        ["one value missing"] = (text => Replace(text, SecondAnswer, SecondAnswer.Replace(",0.007", "", StringComparison.Ordinal)), 999, "has 11 values"),
        ["two values swapped"] = (text => Replace(text, SecondAnswer, SecondAnswer.Replace("0.992,0.000", "0.000,0.992", StringComparison.Ordinal)), 999, "tst_000001_Left_2.bin"),
        ["answer missing"] = (text => Replace(text, SecondAnswer, "m-status"), 999, "1 of 1000 samples without answer"),
        ["answered again with other values"] = (text => Replace(text, SecondAnswer, $"{SecondAnswer}\n00018.200 dut: {FirstAnswer}"), 999, "TB0147"),
        ["cut within a vector"] = (text => text[..(text.LastIndexOf("m-results-[", StringComparison.Ordinal) + 30)], 999, "TB0149"),
        ["cut in the middle"] = (text => text[..(text.Length / 2)], 0, "TB0134"),
        ["NaN"] = (text => Replace(text, SecondAnswer, SecondAnswer.Replace("0.007", "nan", StringComparison.Ordinal)), 999, "TB0147"),
        ["another sample's name"] = (text => Replace(text, "tst_000001_Left_2.bin\"\"", "tst_900001_Left_2.bin\"\""), 999, "tst_900001_Left_2.bin"),
        ["two samples' names changed over"] = (
            text => Replace(Replace(Replace(text, "tst_000001_Left_2.bin\"\"", "tst_x"), "tst_000002_Right_6.bin\"\"", "tst_000001_Left_2.bin\"\""), "tst_x", "tst_000002_Right_6.bin\"\""), 998, "tst_000001_Left_2.bin"),
    };

    private const string Retry = "00018.100 parser: Command \"bload dut \"/Users/colby/eembc/runner/benchmarks/ulp-mlperf/datasets/kws01/tst_000001_Left_2.bin\"\"\n00018.159 dut: ";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> HarmlessNames => [.. Harmless.Keys];

    public static TheoryData<string> HarmfulNames => [.. Harmful.Keys];

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [MemberData(nameof(HarmlessNames))]
    public async Task What_harms_no_answer_leaves_the_log_exact(string way)
    {
        JsonNode log = await AuditAsync(Harmless[way]);
        Assert.Equal(("double-rounding", true, 1000), ((string?)log["dialect"], (bool)log["exact"]!, (int)log["samples"]!));
    }

    [SkippableTheory]
    [MemberData(nameof(HarmfulNames))]
    public async Task What_harms_an_answer_is_not_exact_and_is_told(string way)
    {
        (Func<string, string> spoil, int matching, string told) = Harmful[way];
        JsonNode log = await AuditAsync(spoil);
        Assert.False((bool)log["exact"]!);
        Assert.Null(log["dialect"]);
        Assert.Equal("double-rounding", (string)log["nearest"]!);
        if (matching > 0)
            Assert.Equal(matching, (int)log["matching"]!);
        Assert.Contains(told, log.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    private async Task<JsonNode> AuditAsync(Func<string, string> spoil)
    {
        string path = _folder.Write("any name.log", spoil(await File.ReadAllTextAsync(Official.Published(Published))));
        JsonNode log = Assert.Single((await CommandLine.RunAsync("audit", path, "--json")).Json["logs"]!.AsArray())!;
        Assert.Equal(("any name.log", "kws01", "accuracy"), ((string)log["path"]!, (string)log["task"]!, (string)log["mode"]!));
        return log;
    }

    private static string Replace(string text, string old, string changed)
    {
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the log has no {old}");
        return text[..at] + changed + text[(at + old.Length)..];
    }

    private static string Before(string text, string mark, string inserted) => Replace(text, mark, inserted + mark);

    // From one load to the next; what stands before the first is kept with it.
    private static IEnumerable<string> Blocks(string text)
    {
        const string Load = "parser: Command \"bload";
        string[] lines = [.. text.Split('\n').Select(line => $"{line}\n")];
        int start = 0;
        for (int index = 1; index < lines.Length; index++)
        {
            if (lines[index].Contains(Load, StringComparison.Ordinal) && index > 20)
            {
                yield return string.Concat(lines[start..index]);
                start = index;
            }
        }

        yield return string.Concat(lines[start..]);
    }
}
