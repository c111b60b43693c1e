using System.Globalization;
using System.Xml;

namespace Tiny.Bench.Harness.Conformance.Reports;

/// <summary>The XML that Jenkins, GitLab and others read as JUnit's: one suite per group.</summary>
/// <remarks>Source of the elements: Jenkins' junit plugin, schema junit-10.xsd. A waived case and one that was left out are skipped.</remarks>
internal static class JUnitReport
{
    public static void Write(Stream stream, ReportedRun run)
    {
        using var xml = XmlWriter.Create(stream, ReportText.Settings);
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "tinybench conformance");
        WriteCounts(xml, run.Cases);
        foreach (IGrouping<string, ReportedCase> group in run.Cases.GroupBy(one => one.Group, StringComparer.Ordinal))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", ReportText.Safe(group.Key));
            WriteCounts(xml, [.. group]);
            xml.WriteAttributeString("skipped", Number(group.Count(one => one.Outcome is CaseOutcome.Waived or CaseOutcome.LeftOut)));
            xml.WriteAttributeString("timestamp", run.Started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("hostname", ReportText.Safe(run.Target));
            foreach (ReportedCase one in group)
                Write(xml, one, run.Dialect);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, ReportedCase one, string dialect)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", ReportText.Safe($"{dialect}.{one.Group}"));
        xml.WriteAttributeString("name", ReportText.Safe(one.Name));
        (string? element, string type) = one.Outcome switch
        {
            CaseOutcome.Failed => ("failure", "differs"),
            CaseOutcome.Unsupported => ("error", "unsupported"),
            CaseOutcome.Waived => ("skipped", "waived"),
            CaseOutcome.LeftOut => ("skipped", "left-out"),
            _ => (null, ""),
        };
        if (element is not null)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString("message", ReportText.Safe(one.Text));
            xml.WriteAttributeString("type", type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<ReportedCase> cases)
    {
        xml.WriteAttributeString("tests", Number(cases.Count));
        xml.WriteAttributeString("failures", Number(cases.Count(one => one.Outcome == CaseOutcome.Failed)));
        xml.WriteAttributeString("errors", Number(cases.Count(one => one.Outcome == CaseOutcome.Unsupported)));
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
