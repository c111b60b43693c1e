using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Datasets.Locating;

/// <summary>Finds the data sets: in the folder asked for and nowhere else, or else in TINYBENCH_DATASETS, then the user's cache.</summary>
public sealed class DatasetLocator
{
    private readonly OfficialFiles _files;

    /// <summary>Creates the search.</summary>
    /// <param name="explicitRoot">The folder of <c>--datasets</c>; null when it was not given.</param>
    /// <param name="environment">Reads an environment variable; null for the process's own.</param>
    public DatasetLocator(string? explicitRoot, Func<string, string?>? environment = null) =>
        _files = new OfficialFiles("datasets", explicitRoot, environment);

    /// <summary>Whether the user named a folder, by option or variable; otherwise only the user's cache is searched.</summary>
    public bool IsNamed => _files.IsNamed;

    /// <summary>The first folder of that name that holds a sample list.</summary>
    /// <param name="dataset">Name of the folder under a root: <c>kws01</c>.</param>
    /// <param name="listFile">Name of the list.</param>
    /// <exception cref="MissingFileException">No place has it.</exception>
    public string FindFolder(string dataset, string listFile = SampleList.FileName)
    {
        string list = _files.Find(
            $"data set {dataset}",
            Path.Combine(dataset, listFile),
            $"tinybench data list tells what can be fetched; or point --datasets or TINYBENCH_DATASETS at a folder in the official layout: {dataset}/{listFile} beside the files that it lists. "
            + "The lists are in github.com/mlcommons/tiny under benchmark/evaluation/datasets; "
            + "the inputs of kws01 are in github.com/eembc/energyrunner under datasets.");
        return Path.GetDirectoryName(list)!;
    }

    /// <summary>The first file of that path.</summary>
    /// <param name="path">Path under a root: <c>sww01/sww_short_test.json</c>.</param>
    /// <exception cref="MissingFileException">No place has it.</exception>
    public string FindFile(string path) =>
        _files.Find($"data file {path}", path, "Point --datasets or TINYBENCH_DATASETS at a folder that holds it.");
}
