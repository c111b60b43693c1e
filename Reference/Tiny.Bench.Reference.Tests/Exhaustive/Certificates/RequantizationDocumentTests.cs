using System.Globalization;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Exhaustive.Certificates;

/// <summary>The table of Reference/docs/requantization.md: by default two of its columns, with TINYBENCH_EXHAUSTIVE=1 all of it.</summary>
public sealed class RequantizationDocumentTests
{
    private static readonly string[] Quick = ["kws_ref_model.tflite", "pretrainedResnet_quant.tflite"];

    [SkippableFact]
    public void Its_figures_are_what_is_counted()
    {
        string[][] table = [.. File.ReadAllLines(Path.Combine(Repository.Root, "Reference", "docs", "requantization.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(Cells)
            .Where(row => Dialects.TryParse(row[0], out _))];
        string[] models = Cells(File.ReadLines(Path.Combine(Repository.Root, "Reference", "docs", "requantization.md")).Single(line => line.StartsWith("| first | second |", StringComparison.Ordinal)));
        bool all = Environment.GetEnvironmentVariable("TINYBENCH_EXHAUSTIVE") == "1";

        Assert.Equal(DialectPair.All.Select(pair => pair.Name), table.Select(row => $"{row[0]},{row[1]}"), StringComparer.Ordinal);
        for (int column = 2; column < models.Length; column++)
        {
            if (!all && !Quick.Contains(models[column], StringComparer.Ordinal))
                continue;
            var model = TfliteModel.Load(Official.Model(models[column]));
            foreach ((DialectPair pair, string[] row) in DialectPair.All.Zip(table))
            {
                long counted = new CertificateMaker(pair, clamped: true).Certify(model).Differing;
                Assert.Equal($"{pair.Name} {models[column]}: {row[column]}", string.Create(CultureInfo.InvariantCulture, $"{pair.Name} {models[column]}: {counted}"));
            }
        }
    }

    private static string[] Cells(string row) => [.. row.Trim('|').Split('|').Select(cell => cell.Trim(' ', '`'))];
}
