using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Tiny.Bench.Harness.Conformance.Reports;

/// <summary>The results file of Visual Studio's test runner, which Azure Pipelines and others read.</summary>
/// <remarks>Ids follow from the names, so that the same run gives the same file but for its times.</remarks>
internal static class TrxReport
{
    private const string Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // What the test runner itself writes for a unit test, and for results that are in no list.
    private const string UnitTest = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string NoList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";

    public static void Write(Stream stream, ReportedRun run)
    {
        using var xml = XmlWriter.Create(stream, ReportText.Settings);
        xml.WriteStartElement("TestRun", Namespace);
        xml.WriteAttributeString("id", IdOf("run", run.Target).ToString());
        xml.WriteAttributeString("name", ReportText.Safe($"tinybench conformance of {run.Target} in {run.Dialect}"));
        xml.WriteStartElement("Times", Namespace);
        foreach ((string name, DateTimeOffset time) in (ReadOnlySpan<(string, DateTimeOffset)>)[("creation", run.Started), ("start", run.Started), ("finish", run.Finished)])
            xml.WriteAttributeString(name, time.ToString("O", CultureInfo.InvariantCulture));
        xml.WriteEndElement();

        xml.WriteStartElement("Results", Namespace);
        foreach (ReportedCase one in run.Cases)
            WriteResult(xml, one, run.Target);
        xml.WriteEndElement();
        xml.WriteStartElement("TestDefinitions", Namespace);
        foreach (ReportedCase one in run.Cases)
            WriteDefinition(xml, one);
        xml.WriteEndElement();
        xml.WriteStartElement("TestEntries", Namespace);
        foreach (ReportedCase one in run.Cases)
        {
            xml.WriteStartElement("TestEntry", Namespace);
            WriteIds(xml, one);
            xml.WriteAttributeString("testListId", NoList);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("TestLists", Namespace);
        xml.WriteStartElement("TestList", Namespace);
        xml.WriteAttributeString("name", "Results Not in a List");
        xml.WriteAttributeString("id", NoList);
        xml.WriteEndElement();
        xml.WriteEndElement();
        WriteSummary(xml, run);
        xml.WriteEndElement();
    }

    private static void WriteResult(XmlWriter xml, ReportedCase one, string target)
    {
        xml.WriteStartElement("UnitTestResult", Namespace);
        WriteIds(xml, one);
        xml.WriteAttributeString("testName", NameOf(one));
        xml.WriteAttributeString("computerName", ReportText.Safe(target));
        xml.WriteAttributeString("testType", UnitTest);
        xml.WriteAttributeString("outcome", IsBad(one) ? "Failed" : one.Outcome == CaseOutcome.Passed ? "Passed" : "NotExecuted");
        xml.WriteAttributeString("testListId", NoList);
        if (one.Text.Length > 0)
        {
            xml.WriteStartElement("Output", Namespace);
            xml.WriteStartElement("ErrorInfo", Namespace);
            xml.WriteElementString("Message", Namespace, ReportText.Safe(one.Text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteDefinition(XmlWriter xml, ReportedCase one)
    {
        xml.WriteStartElement("UnitTest", Namespace);
        xml.WriteAttributeString("name", NameOf(one));
        xml.WriteAttributeString("storage", "tinybench");
        xml.WriteAttributeString("id", IdOf("test", NameOf(one)).ToString());
        xml.WriteStartElement("Execution", Namespace);
        xml.WriteAttributeString("id", IdOf("execution", NameOf(one)).ToString());
        xml.WriteEndElement();
        xml.WriteStartElement("TestMethod", Namespace);
        xml.WriteAttributeString("codeBase", "tinybench");
        xml.WriteAttributeString("className", ReportText.Safe(one.Group));
        xml.WriteAttributeString("name", ReportText.Safe(one.Name));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSummary(XmlWriter xml, ReportedRun run)
    {
        int passed = run.Count(CaseOutcome.Passed), failed = run.Cases.Count(IsBad);
        xml.WriteStartElement("ResultSummary", Namespace);
        xml.WriteAttributeString("outcome", run.IsConformant ? "Completed" : "Failed");
        xml.WriteStartElement("Counters", Namespace);
        foreach ((string name, int count) in (ReadOnlySpan<(string, int)>)[("total", run.Cases.Count), ("executed", passed + failed), ("passed", passed), ("failed", failed)])
            xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteIds(XmlWriter xml, ReportedCase one)
    {
        xml.WriteAttributeString("testId", IdOf("test", NameOf(one)).ToString());
        xml.WriteAttributeString("executionId", IdOf("execution", NameOf(one)).ToString());
    }

    private static bool IsBad(ReportedCase one) => one.Outcome is CaseOutcome.Failed or CaseOutcome.Unsupported;

    private static string NameOf(ReportedCase one) => ReportText.Safe($"{one.Group}/{one.Name}");

    private static Guid IdOf(string kind, string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{name}")).AsSpan(0, 16));
}
