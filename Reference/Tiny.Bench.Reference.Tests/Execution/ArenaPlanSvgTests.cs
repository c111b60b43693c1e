using System.Globalization;
using System.Xml.Linq;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

public sealed class ArenaPlanSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Draws_a_small_graph_as_approved()
    {
        string approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Execution", "ArenaPlanSvgTests.approved.svg"));
        Assert.Equal(approved, Draw(Small()));
    }

    [Fact]
    public void Is_the_same_in_every_culture()
    {
        string expected = Draw(Small());
        CultureInfo before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NumberGroupSeparator = ".";
        other.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = other;
            Assert.Equal(expected, Draw(Small()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Each_buffer_with_content_says_what_it_is()
    {
        string[] titles = Titles(Draw(Small()));
        Assert.Equal(4, titles.Length);
        Assert.Equal("tensor 0 image: INT8 [1000], 1,000 B at 2,000, before the first operator to operator 0", titles[0]);
        Assert.Equal("tensor 1 features: INT8 [2000], 2,000 B at 0, operator 0 to operator 1", titles[1]);
        Assert.Equal("tensor 4 scores: INT8 [10], 10 B at 2,000, operator 1 only", titles[3]);
    }

    [Fact]
    public void A_name_may_hold_anything()
    {
        var graph = new GraphBuilder();
        graph.Outputs.Add(graph.Tensor(8, name: "<a & \u0001\"b\uD800>"));
        Assert.StartsWith("tensor 0 <a & \uFFFD\"b\uFFFD>: ", Assert.Single(Titles(Draw(graph))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_plan_is_a_drawing_too() =>
        Assert.Contains("Arena: 0 B for 0 tensors", Draw(new GraphBuilder()), StringComparison.Ordinal);

    private static string[] Titles(string svg) =>
        XElement.Parse(svg).Elements(Svg + "rect").Elements(Svg + "title").Select(title => title.Value).ToArray();

    // Rounded up 1008, 2000, 304 and 16: the features lie at 0, the image at 2000, the state, which lives with both, at 3008; when the
    // scores come, the image has gone.
    private static GraphBuilder Small()
    {
        var graph = new GraphBuilder();
        int image = graph.Tensor(1000, name: "image");
        int features = graph.Tensor(2000, name: "features");
        int weights = graph.Tensor(64, constant: true, name: "weights");
        int state = graph.Tensor(300, variable: true, name: "state");
        int scores = graph.Tensor(10, name: "scores");
        graph.Inputs.Add(image);
        graph.Outputs.Add(scores);
        graph.Operator([image, weights], [features], BuiltinOperator.Conv2D);
        graph.Operator([features, state], [scores], BuiltinOperator.Svdf);
        return graph;
    }

    private static string Draw(GraphBuilder builder)
    {
        ModelSubgraph graph = builder.Build();
        return ArenaPlanSvg.Draw(graph, ArenaPlanner.Plan(graph, int.MaxValue, "small"));
    }
}
