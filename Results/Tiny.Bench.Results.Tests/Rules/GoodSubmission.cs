using System.Globalization;
using System.Text;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules;

/// <summary>A made-up submission that breaks no rule, and edits that make it break one.</summary>
internal sealed class GoodSubmission
{
    private const string Results = "closed/Acme/results/Board-1/";
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly List<TreeEntry> _others = [];

    public GoodSubmission()
    {
        Set("closed/Acme/systems/Board-1.json", "{\n  \"Submitter\": \"Acme\",\n  \"Status\": \"Available\",\n  \"Board Name\": \"Board 1\"\n}\n");
        foreach ((string task, string model) in new[] { ("ad", "ad01"), ("ic", "ic01"), ("ic2", "ic02"), ("kws", "kws01") })
        {
            Set($"{Results}{task}/accuracy/log.txt", AccuracyLog(task, model));
            Set($"{Results}{task}/accuracy/results.txt", "0726.010109 ulp-mlperf: Top 1% = 92.5\n0726.010109 ulp-mlperf: AUC = 0.95\n");
            Set($"{Results}{task}/accuracy/results.json", "[]\n");
            Set($"{Results}{task}/performance/log.txt", PerformanceLog(model));
            Set($"{Results}{task}/performance/results.txt", PerformanceResults());
            Set($"{Results}{task}/performance/results.json", PerformanceJson());
        }

        Set($"{Results}kws/energy/log.txt", PerformanceLog("kws01"));
        Set($"{Results}kws/energy/results.txt", EnergyResults());
        Set($"{Results}kws/energy/results.json", EnergyJson());
        Set($"{Results}sww/performance/log.txt", "Device name retrieved: Acme\nDevice model retrieved: sww01\n");
        Set($"{Results}sww/performance/results.txt", "Accuracy: 44 True positives, 6 False negatives, 4 False positives\nAverage duty cycle: 0.60\nAverage period: 0.032 s\nEstimated throughput: 51.4 inf./sec.\n");
        Set($"{Results}sww/performance/results.json", "[]\n");
    }

    /// <summary>Every file as it is on a disk.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>The tree as the rules see it, with the folders of all files.</summary>
    public SubmissionTree Tree
    {
        get
        {
            IEnumerable<TreeEntry> files = _files.Select(file => TreeEntry.OfBytes(file.Key, file.Value)).Concat(_others);
            TreeEntry[] entries = [.. files];
            var folders = new SortedSet<string>(StringComparer.Ordinal);
            foreach (TreeEntry entry in entries)
            {
                for (string folder = entry.Folder; folder.Length > 0; folder = TreeEntry.OfFolder(folder).Folder)
                    folders.Add(folder);
            }

            return SubmissionTree.Of([.. entries, .. folders.Select(TreeEntry.OfFolder)]);
        }
    }

    /// <summary>Adds or replaces a file; a path without a division is one below the system's results.</summary>
    public GoodSubmission Set(string path, string text)
    {
        _files[Full(path)] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    /// <summary>Adds or replaces a file of bytes.</summary>
    public GoodSubmission Set(string path, byte[] content)
    {
        _files[Full(path)] = content;
        return this;
    }

    /// <summary>Adds a link, a folder, or a file that is too large to be made.</summary>
    public GoodSubmission Add(string path, EntryKind kind, long length = 0)
    {
        _others.Add(new TreeEntry(Full(path), kind, length, () => []));
        return this;
    }

    /// <summary>Replaces a text that must be there.</summary>
    public GoodSubmission Edit(string path, string old, string changed)
    {
        string text = Encoding.UTF8.GetString(_files[Full(path)]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Set(path, text.Replace(old, changed, StringComparison.Ordinal));
    }

    /// <summary>Removes every file whose path begins so.</summary>
    public GoodSubmission Remove(string path)
    {
        string[] gone = [.. _files.Keys.Where(file => file.StartsWith(Full(path), StringComparison.Ordinal))];
        Assert.NotEmpty(gone);
        foreach (string file in gone)
            _files.Remove(file);
        return this;
    }

    /// <summary>Moves every file whose path begins so.</summary>
    public GoodSubmission Move(string from, string to)
    {
        foreach (string file in _files.Keys.Where(file => file.StartsWith(Full(from), StringComparison.Ordinal)).ToArray())
        {
            _files.Add(Full(to) + file[Full(from).Length..], _files[file]);
            _files.Remove(file);
        }

        return this;
    }

    /// <summary>Adds a score to every recording of ad: all anomalies above all normal ones, an AUC of 1.</summary>
    public GoodSubmission WithAnomalyScores()
    {
        IEnumerable<string> lines = Encoding.UTF8.GetString(_files[Full("ad/accuracy/log.txt")]).Split('\n')
            .Select(line => !line.Contains("Loading file", StringComparison.Ordinal) ? line : $"{line}\nm-results-[{(line.Contains("anomaly", StringComparison.Ordinal) ? "12.500" : "7.250")}]");
        return Set("ad/accuracy/log.txt", string.Join('\n', lines)).Edit("ad/accuracy/results.txt", "0.95", "1.0");
    }

    /// <summary>results.json of a stream of 50 words, of which some are heard, each once and late, and 4 detections between words.</summary>
    public static string Heard(int words, double lateSeconds)
    {
        IEnumerable<string> windows = Enumerable.Range(0, 50).Select(word => Text($"[{20 * word}.5, {20 * word}.9]"));
        IEnumerable<double> times = Enumerable.Range(0, words).Select(word => (20 * word) + 0.9 + lateSeconds).Concat(Enumerable.Range(0, 4).Select(alarm => 1010.0 + (3 * alarm))).Order();
        return Text($"[ {{ \"infer\": {{ \"detection_windows\": [{string.Join(", ", windows)}], \"detections\": [85, {string.Join(", ", times.Select(time => Text($"{85 + (1000 * time)}")))}] }} }} ]");
    }

    private static string Full(string path) => path.StartsWith("closed", StringComparison.OrdinalIgnoreCase) || path.StartsWith("open", StringComparison.Ordinal) ? path : Results + path;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string AccuracyLog(string task, string model)
    {
        var log = new StringBuilder($"Device name retrieved: Acme\nDevice profile retrieved: ULPMark for tinyML Firmware V0.0.1\nDevice model retrieved: {model}\n");

        // The list of ad01 is every tenth recording: its names can be counted. Of the others the log keeps silent.
        IEnumerable<string> names = task is "ad"
            ? new[] { ("normal", 343), ("anomaly", 263) }.SelectMany(kind => Enumerable.Range(1, 4).SelectMany(machine =>
                Enumerable.Range(0, ((kind.Item2 - 3) / 10) + 1).Select(step => $"{kind.Item1}_id_0{machine}_{(10 * step) + 3:00000000}_hist_librosa.bin")))
            : [];
        foreach (string name in names)
            log.Append(CultureInfo.InvariantCulture, $"0726.005925 ulp-mlperf: Loading file {name} segment 0\n");
        log.Append("0726.005926 ulp-mlperf: Performance results for window 1:\n0726.005926 ulp-mlperf:   # Inferences :             1\n0726.005926 ulp-mlperf:   Runtime      :      0.044 sec.\n");
        return log.ToString();
    }

    private static string PerformanceLog(string model)
    {
        var log = new StringBuilder($"Device name retrieved: Acme\nDevice profile retrieved: ULPMark for tinyML Firmware V0.0.1\nDevice model retrieved: {model}\n");
        for (int window = 0; window < 5; window++)
            log.Append(CultureInfo.InvariantCulture, $"0726.010150 ulp-mlperf: Loading file sample_{window}.bin segment 0\n0726.010150 ulp-mlperf: Load complete.\n");
        return log.ToString();
    }

    /// <summary>results.txt of windows, with their median; five that are long enough when none is given.</summary>
    public static string PerformanceResults(params (int Inferences, double Seconds)[] windows)
    {
        if (windows.Length == 0)
            windows = [(250, 10.861), (250, 10.862), (250, 10.863), (250, 10.864), (250, 10.865)];
        var text = new StringBuilder();
        for (int index = 0; index < windows.Length; index++)
            text.Append(Text($"Performance results for window {index + 1}\n    # Inferences : {windows[index].Inferences}\n    Runtime: {windows[index].Seconds} sec.\n    Throughput: {windows[index].Inferences / windows[index].Seconds} inf./sec.\n    Runtime requirements have been met.\n"));
        double[] sorted = [.. windows.Select(window => window.Inferences / window.Seconds).Order()];
        return text.Append(Text($"0726.010245 ulp-mlperf: Median throughput is     {sorted[sorted.Length / 2]:0.000} inf./sec.\n")).ToString();
    }

    private static string PerformanceJson() => "[" + string.Join(", ", Enumerable.Range(1, 5).Select(window => Text(
        $"{{\"file\": \"sample_{window}.bin\", \"infer\": {{\"start_time\": 4294960000, \"end_time\": {10860000 + (1000 * window) + 4294960000L - (1L << 32)}, \"elapsed_time\": {10860000 + (1000 * window)}}}, \"mode\": \"p\"}}"))) + "]\n";

    private static string EnergyResults()
    {
        var text = new StringBuilder("Power Edition Output\n");
        for (int trial = 0; trial < 5; trial++)
            text.Append(Text($"Energy data for trial {trial}\n  Elapsed time  : 10.88\n  Inferences    : 250\n  Power         : 32.0000 mW.\n  Total Energy  : 348000.000 uJ\n  Energy/Inf    : 1392.000 uJ/inf\n"));
        return text.Append("---\nMedian energy cost is 1392.0000 uJ/inf.\n").ToString();
    }

    private static string EnergyJson() => "[" + string.Join(", ", Enumerable.Repeat(
        "{\"power\": {\"samples\": [0.001, 0.116, 0.116, 0.116, 0.001], \"timestamps\": [[\"00\", 1], [\"01\", 4]]}, \"mode\": \"e\"}", 5)) + "]\n";
}
