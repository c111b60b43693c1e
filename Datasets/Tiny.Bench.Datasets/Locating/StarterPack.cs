using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Datasets.Locating;

/// <summary>Models and samples of our own, a folder per task: what a machine without any official file runs on.</summary>
public sealed class StarterPack
{
    private const string SamplesFile = "samples.zip";
    private const string CalibrationFile = "calibration.zip";

    /// <summary>Opens a pack; nothing is read yet.</summary>
    /// <param name="folder">The folder of the tasks' folders.</param>
    public StarterPack(string folder) => Folder = Path.GetFullPath(folder);

    /// <summary>The pack that ships with the tool, beside the executable.</summary>
    public static StarterPack Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "Starter"));

    /// <summary>Full path of the pack.</summary>
    public string Folder { get; }

    /// <summary>Folder of the golden files of the pack's models; it may not be there.</summary>
    public string GoldenFolder => Path.Combine(Folder, "golden");

    /// <summary>Whether the suite names a starter set for a task, and the pack has the task's folder.</summary>
    public bool Has(BenchmarkTask task) => task.Starter is not null && Directory.Exists(Path.Combine(Folder, task.Id));

    /// <summary>Reads the model that the suite names for a task.</summary>
    /// <exception cref="MissingFileException">The pack has no such model.</exception>
    /// <exception cref="HashMismatchException">Its content is not what the suite says.</exception>
    public ModelFile LoadModel(BenchmarkTask task)
    {
        ModelReference model = task.Starter?.Model ?? throw Missing($"starter set of {task.Id}", task.Id);
        string path = Path.Combine(Folder, task.Id, model.File);
        return File.Exists(path) ? ModelFile.Read(path, [model]) : throw Missing($"model {model.File}", path);
    }

    /// <summary>Reads the list of a task's labelled test samples.</summary>
    /// <exception cref="MissingFileException">The pack has none for the task.</exception>
    /// <exception cref="DatasetException">List or archive is malformed.</exception>
    public SampleList ReadSamples(string taskId) => ReadList(taskId, SamplesFile);

    /// <summary>Reads the list of a task's samples out of the training set, which a quantizer takes its ranges from.</summary>
    /// <exception cref="MissingFileException">The pack has none for the task.</exception>
    /// <exception cref="DatasetException">List or archive is malformed.</exception>
    public SampleList ReadCalibration(string taskId) => ReadList(taskId, CalibrationFile);

    private SampleList ReadList(string taskId, string file)
    {
        string path = Path.Combine(Folder, taskId, file);
        return File.Exists(path) ? SampleList.Read(path) : throw Missing($"{file} of {taskId}", path);
    }

    private MissingFileException Missing(string what, string path) => new(
        $"{what} of the starter pack", [Path.Combine(Folder, path)], "The pack ships with the tool, as Datasets/Starter in its repository.");
}
