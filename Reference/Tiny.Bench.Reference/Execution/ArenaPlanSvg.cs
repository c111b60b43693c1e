using System.Globalization;
using System.Xml.Linq;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>Draws an arena plan: operators from left to right, bytes from bottom to top, each buffer a rectangle.</summary>
/// <remarks>The same graph and plan give the same bytes everywhere. Pointing at a buffer shows its name, bytes and lifetime.</remarks>
public sealed class ArenaPlanSvg
{
    private const double Left = 84, Right = 180, Top = 64, PlotHeight = 320;
    private const double TextHeight = 12, CharacterWidth = 6.2;
    private const int LongestOperatorName = 24, LongestTensorName = 200;
    private const string PeakColour = "#b00020", LowerBoundColour = "#1f4e9c";

    private readonly ModelSubgraph _graph;
    private readonly ArenaPlan _plan;
    private readonly HashSet<int> _inputs;
    private readonly HashSet<int> _outputs;
    private readonly double _columnWidth;
    private readonly SvgCanvas _canvas;

    private ArenaPlanSvg(ModelSubgraph graph, ArenaPlan plan)
    {
        _graph = graph;
        _plan = plan;
        _inputs = [.. graph.Inputs];
        _outputs = [.. graph.Outputs];
        int columns = graph.Operators.Count + 1;
        _columnWidth = Math.Clamp(840.0 / columns, 8, 72);
        int longestLabel = graph.Operators.Select(OperatorLabel).Append("input").Max(label => label.Length);
        _canvas = new SvgCanvas(
            Left + (columns * _columnWidth) + Right,
            Top + PlotHeight + 40 + (longestLabel * CharacterWidth / Math.Sqrt(2)),
            $"Arena of {plan.Size} bytes");
    }

    private double PlotRight => RightEdge(_graph.Operators.Count - 1);

    /// <summary>The drawing as one SVG document with LF line ends.</summary>
    public static string Draw(ModelSubgraph graph, ArenaPlan plan)
    {
        var svg = new ArenaPlanSvg(graph, plan);
        svg.AddHeading();
        svg.AddByteAxis();
        svg.AddOperatorAxis();
        ArenaBuffer[] buffers = plan.Buffers.Where(buffer => buffer.Length > 0).ToArray();
        foreach (ArenaBuffer buffer in buffers)
            svg.AddBuffer(buffer);
        svg.AddLimits();
        foreach (ArenaBuffer buffer in buffers)
            svg.AddBufferLabel(buffer);
        return svg._canvas.Write();
    }

    private void AddHeading()
    {
        string heading = $"Arena: {Bytes(_plan.Size)} for {_plan.Buffers.Count} tensors, lower bound {Bytes(_plan.LowerBound)}";
        _canvas.Text(Left, 20, heading).SetAttributeValue("font-size", "14");
        double x = Left;
        foreach ((string role, string colour) in _plan.Buffers.Select(Role).Distinct().Order())
        {
            _canvas.Rectangle(x, 34, 10, 10, colour);
            _canvas.Text(x + 14, 43, role);
            x += 90;
        }
    }

    private void AddByteAxis()
    {
        long step = TickStep(_plan.Size);
        for (long bytes = 0; bytes <= _plan.Size; bytes += step)
        {
            _canvas.Line(Left, PlotRight, Y(bytes), "#e6e6e6");
            _canvas.Text(Left - 6, Y(bytes) + 4, Count(bytes)).SetAttributeValue("text-anchor", "end");
        }

        _canvas.TurnedText(18, Top + (PlotHeight / 2), -90, "arena bytes").SetAttributeValue("text-anchor", "middle");
    }

    private void AddOperatorAxis()
    {
        _canvas.Line(Left, PlotRight, Y(0), "black");
        int every = (int)Math.Ceiling(TextHeight / _columnWidth);
        for (int index = -1; index < _graph.Operators.Count; index += every)
        {
            string label = index < 0 ? "input" : OperatorLabel(_graph.Operators[index]);
            _canvas.TurnedText(RightEdge(index) - (_columnWidth / 2) - 4, Y(0) + 14, 45, label);
        }
    }

    private void AddBuffer(ArenaBuffer buffer)
    {
        (double left, double right, double top, double bottom) = Edges(buffer);
        ModelTensor tensor = _graph.Tensors[buffer.Tensor];
        string what = $"tensor {tensor.Index} {Shorten(tensor.Name, LongestTensorName)}: {tensor.Type.SchemaName()} {tensor.Shape}";
        string title = $"{what}, {Bytes(buffer.Length)} at {Count(buffer.Offset)}, {Lifetime(buffer)}";
        _canvas.Rectangle(left, top, right - left, bottom - top, Role(buffer).Colour, title)
            .Add(new XAttribute("stroke", "#555555"), new XAttribute("stroke-width", "0.8"));
    }

    private void AddBufferLabel(ArenaBuffer buffer)
    {
        (double left, double right, double top, double bottom) = Edges(buffer);
        string[] labels = [$"#{buffer.Tensor}: {Bytes(buffer.Length)}", $"#{buffer.Tensor}"];
        string? label = labels.FirstOrDefault(text => text.Length * CharacterWidth < right - left - 2);
        if (label is null || bottom - top < TextHeight)
            return;

        // A halo in the buffer's colour, as a limit may run through the label.
        _canvas.Text((left + right) / 2, ((top + bottom) / 2) + 4, label).Add(
            new XAttribute("text-anchor", "middle"),
            new XAttribute("paint-order", "stroke"),
            new XAttribute("stroke", Role(buffer).Colour),
            new XAttribute("stroke-width", "3"));
    }

    private void AddLimits()
    {
        if (_plan.Size == _plan.LowerBound)
        {
            AddLimit(_plan.Size, $"peak = lower bound {Count(_plan.Size)}", 4, PeakColour, null);
            return;
        }

        bool areClose = Y(_plan.LowerBound) - Y(_plan.Size) < TextHeight;
        AddLimit(_plan.Size, $"peak {Count(_plan.Size)}", areClose ? -2 : 4, PeakColour, null);
        AddLimit(_plan.LowerBound, $"lower bound {Count(_plan.LowerBound)}", areClose ? 10 : 4, LowerBoundColour, "6 4");
    }

    private void AddLimit(long bytes, string label, double shift, string colour, string? dashes)
    {
        XElement line = _canvas.Line(Left, PlotRight, Y(bytes), colour);
        line.SetAttributeValue("stroke-width", "1.5");
        line.SetAttributeValue("stroke-dasharray", dashes);
        _canvas.Text(PlotRight + 6, Y(bytes) + shift, label).SetAttributeValue("fill", colour);
    }

    /// <summary>Of an operator's column; the first column, -1, is the time before the first operator.</summary>
    private double RightEdge(int @operator) => Left + ((@operator + 2) * _columnWidth);

    private double Y(long bytes) => Top + PlotHeight - (PlotHeight * bytes / Math.Max(_plan.Size, 1));

    private (double Left, double Right, double Top, double Bottom) Edges(ArenaBuffer buffer) => (
        RightEdge(buffer.FirstOperator - 1),
        RightEdge(buffer.LastOperator),
        Y(buffer.Offset + (long)buffer.Length),
        Y(buffer.Offset));

    private (string Name, string Colour) Role(ArenaBuffer buffer) =>
        _graph.Tensors[buffer.Tensor].IsVariable ? ("variable", "#f6cfa0")
        : _inputs.Contains(buffer.Tensor) ? ("input", "#b9d3ee")
        : _outputs.Contains(buffer.Tensor) ? ("output", "#c3e2b5")
        : ("computed", "#dcdcdc");

    private static string Lifetime(ArenaBuffer buffer)
    {
        string first = buffer.FirstOperator < 0 ? "before the first operator" : $"operator {buffer.FirstOperator}";
        return buffer.LastOperator == buffer.FirstOperator ? $"{first} only" : $"{first} to operator {buffer.LastOperator}";
    }

    private static string OperatorLabel(ModelOperator @operator) => $"{@operator.Index} {Shorten(@operator.Name, LongestOperatorName)}";

    /// <summary>The smallest of 1, 2, 5 times a power of ten that gives at most eight steps.</summary>
    private static long TickStep(long size)
    {
        for (long power = 1; ; power *= 10)
        {
            foreach (int factor in new[] { 1, 2, 5 })
            {
                if (size <= 8 * factor * power)
                    return factor * power;
            }
        }
    }

    private static string Shorten(string name, int length) => name.Length <= length ? name : name[..length] + "\u2026";

    private static string Bytes(long bytes) => Count(bytes) + " B";

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
