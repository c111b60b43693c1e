using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Datasets.Locating;

/// <summary>Finds the model files: in the folder asked for and nowhere else, or else in TINYBENCH_MODELS, then the user's cache.</summary>
public sealed class ModelLocator
{
    private readonly OfficialFiles _files;

    /// <summary>Creates the search.</summary>
    /// <param name="explicitRoot">The folder of <c>--models</c>; null when it was not given.</param>
    /// <param name="environment">Reads an environment variable; null for the process's own.</param>
    public ModelLocator(string? explicitRoot, Func<string, string?>? environment = null) =>
        _files = new OfficialFiles("models", explicitRoot, environment);

    /// <summary>Whether the user named a folder, by option or variable; otherwise only the user's cache is searched.</summary>
    public bool IsNamed => _files.IsNamed;

    /// <summary>The first file of that name.</summary>
    /// <param name="file">File name without folder.</param>
    /// <exception cref="MissingFileException">No place has it.</exception>
    public string Find(string file) => _files.Find(
        $"model {file}",
        file,
        $"tinybench data fetch {file} brings an official one; or point --models or TINYBENCH_MODELS at a folder that holds it. "
        + "The official models are in github.com/mlcommons/tiny under benchmark/training, in the folder trained_models of each task.");

    /// <summary>Finds and reads a model of the suite, and checks that it is the one meant.</summary>
    /// <exception cref="MissingFileException">No place has it.</exception>
    /// <exception cref="HashMismatchException">The file found has other content.</exception>
    public ModelFile Load(ModelReference model) => ModelFile.Read(Find(model.File), [model]);
}
