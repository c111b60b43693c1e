using System.Text;
using System.Xml;
using System.Xml.Linq;
using Tiny.Bench.Results.Charts.Svg;

namespace Tiny.Bench.Results.Charts;

/// <summary>Draws charts as SVG with nothing but the framework: light and dark, readable without colour, described for screen readers.</summary>
public sealed class SvgChartWriter : IChartWriter
{
    /// <summary>The style sheet for pages that hold charts inside, see <see cref="Draw"/>.</summary>
    public static string StyleSheet => SvgStyle.Rules;

    /// <inheritdoc/>
    public string FileExtension => ".svg";

    /// <inheritdoc/>
    public void Write(Chart chart, Stream destination)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            OmitXmlDeclaration = true,
            Indent = true,
            IndentChars = " ",
            NewLineChars = "\n",
            CloseOutput = false,
        };
        using (var writer = XmlWriter.Create(destination, settings))
            Draw(chart, withStyle: true).Save(writer);
        destination.WriteByte((byte)'\n');
    }

    /// <summary>Draws a chart as an element, to stand inside a page.</summary>
    /// <param name="chart">What to show.</param>
    /// <param name="withStyle">Whether the element holds <see cref="StyleSheet"/>.</param>
    /// <exception cref="ArgumentException">The writer does not know this kind of chart.</exception>
    public static XElement Draw(Chart chart, bool withStyle)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var canvas = new SvgCanvas();
        switch (chart)
        {
            case BarChart bars:
                BarDrawing.Draw(canvas, bars);
                break;
            case ScatterChart scatter:
                ScatterDrawing.Draw(canvas, scatter);
                break;
            case StackChart stacks:
                StackDrawing.Draw(canvas, stacks);
                break;
            case DistributionChart distribution:
                DistributionDrawing.Draw(canvas, distribution);
                break;
            case LineChart lines:
                LineDrawing.Draw(canvas, lines);
                break;
            case ClusterChart clusters:
                ClusterDrawing.Draw(canvas, clusters);
                break;
            case PlanChart plan:
                PlanDrawing.Draw(canvas, plan);
                break;
            case TraceChart trace:
                TraceDrawing.Draw(canvas, trace);
                break;
            case TornadoChart tornado:
                TornadoDrawing.Draw(canvas, tornado);
                break;
            default:
                throw new ArgumentException($"There is no drawing of a {chart.GetType().Name}.", nameof(chart));
        }

        return canvas.Finish(chart, withStyle);
    }
}
