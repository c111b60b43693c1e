using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Tiny.Bench.Results.Charts.Svg;

namespace Tiny.Bench.Results.Charts;

public class SvgChartWriterTests
{
    public static TheoryData<string> Names => [.. SampleCharts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Writes_the_approved_file(string name) =>
        ApprovedFile.Matches(Path.Combine("Charts", $"{name}.approved.svg"), Encoding.UTF8.GetString(SvgTexts.Write(SampleCharts.All[name])));

    [Theory]
    [MemberData(nameof(Names))]
    public void Writes_the_same_bytes_in_every_culture(string name)
    {
        byte[] expected = SvgTexts.Write(SampleCharts.All[name]);
        foreach (CultureInfo culture in OtherCultures.All)
            Assert.Equal(expected, OtherCultures.Run(culture, () => SvgTexts.Write(SampleCharts.All[name])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tells_screen_readers_what_it_shows(string name)
    {
        Chart chart = SampleCharts.All[name];
        XElement svg = SvgTexts.Parse(chart);
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal(("title", chart.Title), (svg.Elements().First().Name.LocalName, svg.Elements().First().Value));
        Assert.Equal(("desc", chart.Description), (svg.Elements().ElementAt(1).Name.LocalName, svg.Elements().ElementAt(1).Value));
        Assert.NotEmpty(Marks(svg));
        Assert.All(Marks(svg), mark => Assert.True(mark.Elements().First(child => child.Name.LocalName == "title").Value.Length > 0));
    }

    [Fact]
    public void Labels_never_overlap_nor_leave_the_sheet()
    {
        var random = new Random(17);
        int texts = 0;
        for (int round = 0; round < 600; round++)
        {
            Chart chart = RandomCharts.Make(random);
            XElement svg = SvgTexts.Parse(chart);
            IReadOnlyList<(string Text, TextBox Box)> boxes = SvgTexts.Boxes(svg);
            var sheet = new TextBox(-0.01, 0, SvgTexts.Attribute(svg, "width") + 0.01, SvgTexts.Attribute(svg, "height"));
            texts += boxes.Count;
            for (int first = 0; first < boxes.Count; first++)
            {
                Assert.True(sheet.Contains(boxes[first].Box), $"round {round}, {chart.GetType().Name}: {boxes[first]} leaves the sheet");
                for (int second = 0; second < first; second++)
                {
                    // A hundredth of a pixel is lost to rounding.
                    TextBox box = boxes[first].Box;
                    var inner = new TextBox(box.Left + 0.02, box.Top + 0.02, box.Right - 0.02, box.Bottom - 0.02);
                    Assert.False(inner.Overlaps(boxes[second].Box), $"round {round}, {chart.GetType().Name}: {boxes[first]} and {boxes[second]}");
                }
            }
        }

        Assert.InRange(texts, 5000, 100000);
    }

    [Fact]
    public void Bars_start_where_the_axis_starts_and_grow_by_the_ratio()
    {
        XElement svg = SvgTexts.Parse(SampleCharts.All["bar"]);
        XElement[] bars = [.. Marks(svg)];
        Assert.Single(bars.Select(bar => SvgTexts.Attribute(bar, "x")).Distinct());
        double decade = SvgTexts.Boxes(svg) is var boxes ? Middle(boxes, "0.1") - Middle(boxes, "0.01") : 0;
        Assert.Equal(SvgTexts.Attribute(bars[0], "x"), Middle(boxes, "0.01"), 1);
        Assert.Equal(decade * Math.Log10(0.31 / 0.0175), SvgTexts.Attribute(bars[1], "width") - SvgTexts.Attribute(bars[0], "width"), 1);
        Assert.Contains(boxes, text => text.Text == "Latency, ms (logarithmic, from 0.01)");
        Assert.Contains(boxes, text => text.Text == "Left out, as a logarithmic axis cannot show it: 1 of the values.");
    }

    [Fact]
    public void Refuses_a_chart_that_it_cannot_draw() =>
        Assert.Throws<ArgumentException>(() => SvgTexts.Write(new UnknownChart { Title = "t", Description = "d" }));

    private static double Middle(IReadOnlyList<(string Text, TextBox Box)> boxes, string text)
    {
        TextBox box = boxes.Single(candidate => candidate.Text == text).Box;
        return (box.Left + box.Right) / 2;
    }

    private static IEnumerable<XElement> Marks(XElement svg) => svg.Descendants().Where(element => element.Attribute("class")?.Value.StartsWith("mark ", StringComparison.Ordinal) == true);

    private sealed record UnknownChart : Chart;
}
