using System.Globalization;
using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Datasets.Conversion;

/// <summary>Writes a raw data set as official inputs with their list.</summary>
public static class DatasetConverter
{
    /// <summary>Converts every sample, or those of a list, into a new folder, which is there whole or not at all.</summary>
    /// <param name="form">What the source is.</param>
    /// <param name="source">Folder or file of the raw data set.</param>
    /// <param name="root">Folder of the data sets, made when it is not there; the new folder <see cref="RawForm.Dataset"/> is in it.</param>
    /// <param name="list">A <c>y_labels.csv</c> that says which samples in which order, and goes along byte for byte; null for all that there are.</param>
    /// <param name="progress">Told after each sample; may be null.</param>
    /// <param name="cancellationToken">Ends the work between two samples; nothing stays then.</param>
    /// <exception cref="TinyBenchException">The folder is there already; source or list are not as expected; a sample cannot be converted.</exception>
    public static ConvertedDataset Convert(
        RawForm form, string source, string root, string? list = null, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancellationToken = default)
    {
        string folder = Path.GetFullPath(Path.Combine(root, form.Dataset));
        if (Path.Exists(folder))
            throw new DatasetException(folder, "is there already; a data set is converted into a new folder");
        RawDataset dataset = form.Open(source);
        (byte[] lines, IReadOnlyList<RawSample> samples) = list is null ? (ListOf(dataset), dataset.Samples) : Choose(dataset, list);

        Directory.CreateDirectory(root);
        string unfinished = Path.Combine(Path.GetFullPath(root), $".{form.Dataset}-{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(unfinished);
            for (int index = 0; index < samples.Count; index++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                File.WriteAllBytes(Path.Combine(unfinished, samples[index].File), samples[index].Convert());
                progress?.Report((index + 1, samples.Count));
            }

            File.WriteAllBytes(Path.Combine(unfinished, SampleList.FileName), lines);
            string sha256 = SampleList.Read(unfinished).Sha256;
            Directory.Move(unfinished, folder);
            return new ConvertedDataset(folder, samples.Count, sha256, dataset.PassedOver);
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        }
    }

    private static byte[] ListOf(RawDataset dataset)
    {
        var lines = new StringBuilder();
        foreach (RawSample sample in dataset.Samples)
        {
            int index = sample.ClassIndex ?? throw new DatasetException(sample.Source, "has no class: neither its folder nor its name says one, and there is no list");
            lines.Append(CultureInfo.InvariantCulture, $"{sample.File},{dataset.ClassCount},{index}");
            if (dataset.Windows is { } windows)
                lines.Append(CultureInfo.InvariantCulture, $",{windows.WindowBytes},{windows.StrideBytes}");
            lines.Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    // The list decides, also about the classes: its bytes are what makes it the official one.
    private static (byte[] Lines, IReadOnlyList<RawSample> Samples) Choose(RawDataset dataset, string list)
    {
        SampleList listed = SampleList.ReadFile(list);
        Dictionary<string, RawSample> byFile = dataset.Samples.ToDictionary(sample => sample.File, StringComparer.Ordinal);
        var samples = new List<RawSample>();
        foreach (TaskSample sample in listed.Samples)
        {
            if (!byFile.TryGetValue(sample.File, out RawSample? raw))
                throw new DatasetException(list, $"lists {sample.File}; the source gives no file of that name, but {dataset.Samples[0].File} and the like");
            samples.Add(raw);
        }

        return (File.ReadAllBytes(list), samples);
    }
}
