using System.Globalization;
using System.Runtime.InteropServices;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Datasets.FrontEnds;
using Tiny.Bench.Datasets.Images;
using Tiny.Bench.Datasets.Inputs;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Showing;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Cli.Running;

/// <summary>A sample with what is to be seen of it.</summary>
internal sealed record ShownSample(IReadOnlyList<string> Heading, IReadOnlyList<SamplePicture> Pictures)
{
    private const int LargestSample = 64 << 20;

    private static readonly string[] Sounds = [".wav"];
    private static readonly string[] Images = [".png", ".ppm"];

    /// <summary>Whether a name means a file that can be shown without a task.</summary>
    public static bool IsFile(string name) => Has(name, Sounds) || Has(name, Images);

    /// <summary>A sound with its waveform and, at 16 kHz, its log-mel energies; or a picture.</summary>
    public static ShownSample OfFile(string path)
    {
        if (!Has(path, Sounds))
            return new ShownSample([path], [SamplePictures.OfImage(ImageReader.Read(path))]);
        WavAudio sound = WavReader.Read(path);
        var pictures = new List<SamplePicture> { SamplePictures.OfSound(sound) };
        var frontEnd = new MachineLogMel();
        if (sound.SampleRate == FrontEnd.SampleRate && frontEnd.FrameCount(sound.SampleCount) is > 0 and <= ImageReader.LargestSide)
            pictures.Add(SamplePictures.OfFeatures(path, frontEnd.Compute(sound.Channel(0)), frontEnd.ValuesPerFrame, "dB"));
        return new ShownSample([path], pictures);
    }

    /// <summary>A sample of a task's list.</summary>
    /// <param name="task">The task.</param>
    /// <param name="asked">Number from 0, or file name; null for the first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RequestException">The list has no such sample.</exception>
    public static async Task<ShownSample> OfTaskAsync(HostTask task, string? asked, CancellationToken cancellationToken)
    {
        int index = Find(task.List, asked);
        TaskSample sample = task.List.Samples[index];
        byte[] bytes = await sample.ReadAsync(LargestSample, cancellationToken);
        string label = sample.ClassIndex < task.Task.Labels.Count ? $" ({task.Task.Labels[sample.ClassIndex]})" : "";
        string heading = string.Create(CultureInfo.InvariantCulture, $"{task.Task.Id}, sample {index} of {task.List.Samples.Count}: {sample.File}");
        string meaning = string.Create(CultureInfo.InvariantCulture, $"class {sample.ClassIndex}{label}, list {task.ListIdentity.Name}");
        return new ShownSample([heading, meaning], [PictureOf(task, sample, bytes)]);
    }

    private static SamplePicture PictureOf(HostTask task, TaskSample sample, byte[] bytes) => task.Task.Input switch
    {
        InputKind.UInt8Minus128 => SamplePictures.OfPixels(sample.Path, bytes),
        InputKind.Float32Windows => OfWindows(sample, bytes),
        InputKind.Float32 => SamplePictures.OfFeatures(
            sample.Path,
            FloatWindows.Whole(sample, bytes)[0].Span,
            sample.FrontEnd?.ValuesPerFrame ?? FrameLengthOf(task, bytes.Length / sizeof(float)),
            "(real value)"),
        _ => SamplePictures.OfFeatures(
            sample.Path, Array.ConvertAll(MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray(), code => (float)code), FrameLengthOf(task, bytes.Length), "as int8 codes", eachBand: true),
    };

    // A window moves by whole frames; the least of which it can move is one.
    private static SamplePicture OfWindows(TaskSample sample, byte[] bytes)
    {
        FloatWindows windows = FloatWindows.Cut(sample, bytes);
        return SamplePictures.OfFeatures(sample.Path, MemoryMarshal.Cast<byte, float>(bytes), sample.Windows!.StrideBytes / sizeof(float), $"dB, {windows.Count} windows");
    }

    /// <summary>The last extent of the model's input that is not 1: of 49 x 10 x 1, and of 30 x 1 x 40, what is left is a frame.</summary>
    private static int FrameLengthOf(HostTask task, int count)
    {
        TfliteModel model = TfliteModel.Parse(task.ModelFile.Bytes, Path.GetFileName(task.ModelFile.Path));
        Shape shape = model.Main.Tensors[model.Main.Inputs[0]].Shape;
        for (int axis = shape.Rank - 1; axis > 0; axis--)
        {
            if (shape[axis] > 1 && count % shape[axis] == 0)
                return shape[axis];
        }

        return count;
    }

    private static int Find(SampleList list, string? asked)
    {
        if (asked is null)
            return 0;
        int count = list.Samples.Count;
        if (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            return index < count ? index : throw new RequestException($"sample {asked} is not in the list; it has 0 to {count - 1}");
        for (int at = 0; at < count; at++)
        {
            if (list.Samples[at].File == asked)
                return at;
        }

        throw new RequestException($"sample {asked} is not in {list.Path}; expected a number from 0 to {count - 1} or a file that it lists");
    }

    private static bool Has(string name, string[] extensions) => extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}
