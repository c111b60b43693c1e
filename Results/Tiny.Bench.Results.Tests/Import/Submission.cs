using System.Globalization;
using System.Text;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Import;

/// <summary>A small round in a temporary folder, made file by file in the layouts that were published.</summary>
internal sealed class Submission : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Root => _folder["v1.0"];

    /// <summary>Adds a file below the division <c>closed</c> of the submitter <c>someone</c>.</summary>
    public Submission With(string path, string content)
    {
        _folder.Write($"v1.0/closed/someone/{path}", content);
        return this;
    }

    /// <summary>Adds a system's description.</summary>
    public Submission WithSystem(string file, string board) => With($"systems/{file}", $$"""{ "Status": "Preview", "Board Name": "{{board}}" }""");

    public ImportResult Import() => SubmissionImporter.Import(Root, round: null);

    public void Dispose() => _folder.Dispose();

    /// <summary>The EEMBC runner's report of five windows of 100 inferences and 12.5 s each.</summary>
    public static string Performance(int copies = 1)
    {
        var text = new StringBuilder();
        for (int window = 2; window <= 10; window += 2)
        {
            Add($"Performance results for window {window}:");
            Add("  # Inferences :          100");
            Add("  Runtime      :       12.500 sec.");
            Add("  Throughput   :        8.000 inf./sec.");
        }

        Add("Median throughput is 8.000 inf./sec.");
        return text.ToString();

        void Add(string line)
        {
            for (int copy = 0; copy < copies; copy++)
                text.Append(CultureInfo.InvariantCulture, $"00100.721 ulp-mlperf: {line}\n");
        }
    }

    /// <summary>The EEMBC runner's log of batches of 100 inferences between two laps each.</summary>
    public static string Log(params (ulong First, ulong Last)[] laps)
    {
        var text = new StringBuilder("00049.052 parser: m-version[3.0.6]\r\n");
        for (int index = 0; index < laps.Length; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"00050.000 parser: Command \"bload dut \"C:\\data sets\\kws01\\tst_{index:D6}_Stop_7.bin\"\"\r\n");
            text.Append(CultureInfo.InvariantCulture, $"00050.000 dut: infer 100 1%m-infer-start-100\r\n00050.000 dut: m-lap-us-{laps[index].First}\r\n");
            text.Append(CultureInfo.InvariantCulture, $"00050.000 dut: m-lap-us-{laps[index].Last}\r\n00050.000 dut: m-infer-done\r\n");
            text.Append("00050.000 dut: m-results-[0.1,0.0,0.0,0.0,0.0,0.0,0.0,0.9,0.0,0.0,0.0,0.0,]\r\n00050.001 dut: timestamp%m-lap-us-7\r\n");
        }

        return text.ToString();
    }
}
