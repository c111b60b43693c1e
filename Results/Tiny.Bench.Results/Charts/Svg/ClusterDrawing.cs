using System.Globalization;

namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Draws a <see cref="ClusterChart"/> as a matrix: larger squares agree more, and a full one is exact.</summary>
internal static class ClusterDrawing
{
    private const double WidestLabel = 220;
    private const double LargestCell = 34;

    public static void Draw(SvgCanvas canvas, ClusterChart chart)
    {
        int count = chart.Members.Count;
        int[] order = [.. Enumerable.Range(0, count).OrderBy(index => chart.Members[index].Cluster, StringComparer.Ordinal)];
        var series = new SeriesStyles(chart.Members.Select(member => member.Cluster));
        double top = ChartFrame.Header(canvas, chart, series) + 18;
        double names = ChartFrame.WidthOf(chart.Members.Select(member => member.Label), WidestLabel);
        double left = SvgCanvas.Margin + names + 34;
        double cell = Math.Min(LargestCell, (SvgCanvas.Width - SvgCanvas.Margin - left) / Math.Max(1, count));
        double height = Math.Max(cell, 16);
        for (int row = 0; row < count; row++)
        {
            ClusterMember member = chart.Members[order[row]];
            string number = (row + 1).ToString(CultureInfo.InvariantCulture);
            double y = top + (row * height);
            string label = TextWidth.Fit(ChartText.Clean(member.Label), SvgCanvas.TextSize, WidestLabel);
            canvas.Text(left - 32, y + (height / 2) + 4, label, TextAnchor.End);
            canvas.Text(left - 6, y + (height / 2) + 4, number, TextAnchor.End, "dim");
            canvas.TryText(left + ((row + 0.5) * cell), top - 6, number, TextAnchor.Middle, "dim");
            for (int column = 0; column < count; column++)
            {
                var box = new TextBox(left + (column * cell), y, left + ((column + 1) * cell), y + height);
                DrawCell(canvas, chart, order[row], order[column], series, box);
            }
        }

        ChartFrame.Footer(
            canvas, top + (count * height),
            ["A full square: every output equal. Smaller: a smaller share of equal outputs. Empty: not compared. Grey: across clusters."]);
    }

    private static void DrawCell(SvgCanvas canvas, ClusterChart chart, int row, int column, SeriesStyles series, TextBox box)
    {
        canvas.Rectangle(box.Left, box.Top, box.Right - box.Left, box.Bottom - box.Top, "grid");
        ClusterMember member = chart.Members[row];
        if (column >= member.Agreement.Count || member.Agreement[column] is not { } share || !(share is >= 0 and <= 1))
            return;

        // The area of the square is the share, so its side is the root.
        double side = Math.Sqrt(share) * (Math.Min(box.Right - box.Left, box.Bottom - box.Top) - 3);
        bool same = string.Equals(member.Cluster, chart.Members[column].Cluster, StringComparison.Ordinal);
        string percent = (share * 100).ToString("0.##", CultureInfo.InvariantCulture);
        canvas.Rectangle(
            ((box.Left + box.Right) / 2) - (side / 2), ((box.Top + box.Bottom) / 2) - (side / 2), side, side,
            $"shape c{(same ? series.Of(member.Cluster) : SeriesStyles.Own)}",
            $"{ChartText.Clean(member.Label)} and {ChartText.Clean(chart.Members[column].Label)}: {percent} % of outputs equal");
    }
}
