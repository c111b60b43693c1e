namespace Tiny.Bench.Results.Import;

/// <summary>What a file of a run is to the importer.</summary>
internal enum RunFileRole
{
    /// <summary><c>results.txt</c>: the runner's figures.</summary>
    Results,

    /// <summary><c>log.txt</c>: what passed between the runner and the board.</summary>
    Log,

    /// <summary>A text that the layout does not name.</summary>
    UnknownText,

    /// <summary>Scripts, traces, pictures, <c>results.json</c>: no figure of a record comes from them.</summary>
    Other,
}
