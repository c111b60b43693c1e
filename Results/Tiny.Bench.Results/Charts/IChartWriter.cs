namespace Tiny.Bench.Results.Charts;

/// <summary>Draws charts: the seam where a plotting library would go.</summary>
public interface IChartWriter
{
    /// <summary>Ending of the files that it makes, with the dot: <c>.svg</c>.</summary>
    string FileExtension { get; }

    /// <summary>Draws a chart. Same chart, same bytes, on every machine and in every culture.</summary>
    /// <param name="chart">What to show.</param>
    /// <param name="destination">Receives the file's content; stays open.</param>
    /// <exception cref="ArgumentException">The writer does not know this kind of chart.</exception>
    void Write(Chart chart, Stream destination);
}
