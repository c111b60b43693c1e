using System.Xml.Linq;
using Tiny.Bench.Harness.Conformance.Waivers;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance.Reports;

public sealed class ReportFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The approved files lie beside this one (TINYBENCH_APPROVE=1 writes them anew, to be looked at again); each form shows every outcome, and letters that its syntax needs.
    [SkippableTheory]
    [InlineData("xml")]
    [InlineData("trx")]
    [InlineData("json")]
    [InlineData("md")]
    public void Each_form_is_the_approved_one(string extension)
    {
        string path = _folder[$"run.{extension}"];
        ReportFile.Write(path, Run("ship <&> | 7\u0007"));

        string approved = Path.Combine(Repository.Root, "Harness", "Tiny.Bench.Harness.Tests", "Conformance", "Reports", $"approved.{extension}");
        if (Environment.GetEnvironmentVariable("TINYBENCH_APPROVE") == "1")
            File.Copy(path, approved, overwrite: true);
        Assert.Equal(File.ReadAllText(approved), File.ReadAllText(path));
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("trx")]
    public void Hostile_names_leave_the_XML_well_formed(string extension)
    {
        string path = _folder[$"run.{extension}"];
        ReportFile.Write(path, Run("\uD800 \0 ]]> \"'\u001b[31m \uFFFE 😀"));

        var document = XDocument.Load(path);
        Assert.Contains("😀", document.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void JUnits_counts_are_those_of_its_cases()
    {
        string path = _folder["run.xml"];
        ReportFile.Write(path, Run("a"));

        XElement root = XDocument.Load(path).Root!;
        Assert.Equal("testsuites", root.Name);
        foreach (XElement suite in root.Elements("testsuite"))
        {
            Assert.Equal(suite.Elements("testcase").Count(), (int)suite.Attribute("tests")!);
            Assert.Equal(suite.Descendants("failure").Count(), (int)suite.Attribute("failures")!);
            Assert.Equal(suite.Descendants("error").Count(), (int)suite.Attribute("errors")!);
            Assert.Equal(suite.Descendants("skipped").Count(), (int)suite.Attribute("skipped")!);
        }

        Assert.Equal((6, 1, 1), ((int)root.Attribute("tests")!, (int)root.Attribute("failures")!, (int)root.Attribute("errors")!));
    }

    [Fact]
    public void An_unknown_extension_is_refused()
    {
        Assert.False(ReportFile.IsKnown("run.html"));
        Assert.Throws<ArgumentException>(() => ReportFile.Write(_folder["run.html"], Run("a")));
        Assert.False(File.Exists(_folder["run.html"]));
    }

    // One case of each outcome, and two checks of a model that have no names.
    private static ReportedRun Run(string text) => ReportedRun.Of(
        "qemu:mps3-an547",
        [
            new ConformanceReport
            {
                Source = "vectors",
                Dialect = Dialect.DoubleRounding,
                Passed = 1,
                Failed = 1,
                Equal = ["conv_s8/plain"],
                Failures =
                [
                    new ConformanceFailure
                    {
                        Case = "conv_s8/pad_odd_top",
                        Operator = "conv2d",
                        Tensor = text,
                        Element = 5,
                        Coordinates = "[0,1,0,1]",
                        Expected = "-7",
                        Got = "-8",
                        Accumulator = -1234,
                        Multiplier = 1_359_514_674,
                        Shift = -6,
                    },
                ],
                Unsupported = [new UnsupportedCase("conv_s8/torn", $"malformed: {text}"), new UnsupportedCase("add_s16/plain", "not carried by a plan: int16", IsCarried: false)],
                Waived = [new WaivedFailure("add_s8/ties", "waived until 2027-01-31: half-up hardware (https://example.org/7)")],
                Summary = [],
            },
            new ConformanceReport { Source = "kws01", Dialect = Dialect.DoubleRounding, Passed = 2, Failed = 0, Failures = [], Unsupported = [], Summary = [] },
        ],
        new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 11, 22, 15, 0, 9, TimeSpan.Zero));
}
