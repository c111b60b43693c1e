using System.Security.Cryptography;
using System.Text;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>Builds firmware with <see cref="FirmwareMake"/> when its sources or options changed, and keeps what was built. Several processes may share the folder.</summary>
public sealed class FirmwareCache
{
    private const int TailLines = 20;

    private readonly string _sources;
    private readonly string _cache;
    private readonly FirmwareMake _make;

    /// <summary>Names the places; nothing is read yet.</summary>
    /// <param name="sources">The folder of the firmware's Makefile.</param>
    /// <param name="cache">Folder of what was built; made when it is not there.</param>
    /// <param name="tools">Where programs are looked for.</param>
    public FirmwareCache(string sources, string cache, ToolPath tools)
    {
        _sources = Path.GetFullPath(sources);
        _cache = Path.GetFullPath(cache);
        _make = new FirmwareMake(_sources, tools);
    }

    /// <summary>The user's cache: XDG_CACHE_HOME or <c>~/.cache</c>, then <c>tinybench/firmware</c>.</summary>
    /// <remarks>Source: XDG Base Directory Specification; a relative XDG_CACHE_HOME is to be ignored.</remarks>
    public static string DefaultFolder
    {
        get
        {
            string? cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            if (!Path.IsPathRooted(cache))
                cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(cache, "tinybench", "firmware");
        }
    }

    /// <summary>Gives the firmware of a port, built now or before.</summary>
    /// <returns>Full path of the ELF file; it stays what it is for as long as the cache does.</returns>
    /// <exception cref="MissingFileException">The firmware's sources are not there.</exception>
    /// <exception cref="ToolException">make or the compiler is not installed, or the build failed; the end of what it printed is told.</exception>
    public async Task<string> BuildAsync(FirmwareFacts firmware, FirmwareOptions options, CancellationToken ct)
    {
        string finished = Path.Combine(_cache, $"{firmware.Port}-{Key(firmware, options)}.elf");
        if (File.Exists(finished))
            return finished;

        Directory.CreateDirectory(_cache);
        DirectoryInfo workplace = Directory.CreateTempSubdirectory("tinybench-firmware-");
        try
        {
            string built = await MakeAsync(firmware, options, workplace.FullName, ct);

            // A rename is whole or not at all; of two processes that build the same, the later replaces like by like.
            string copy = $"{finished}.{Guid.NewGuid():N}.tmp";
            File.Copy(built, copy);
            File.Move(copy, finished, overwrite: true);
            return finished;
        }
        finally
        {
            workplace.Delete(recursive: true);
        }
    }

    private async Task<string> MakeAsync(FirmwareFacts firmware, FirmwareOptions options, string output, CancellationToken ct)
    {
        var tail = new Queue<string>();
        try
        {
            return await _make.BuildAsync(firmware, output, Keep, ct, options.Variables);
        }
        catch (ToolException problem) when (tail.Count > 0)
        {
            throw new ToolException(problem.Where, $"{problem.Problem}:\n{string.Join('\n', tail)}", problem);
        }

        void Keep(string line)
        {
            tail.Enqueue(line);
            if (tail.Count > TailLines)
                tail.Dequeue();
        }
    }

    // Every file that a build may read: other ports are among them, which costs a rebuild now and then and needs no list here.
    private string Key(FirmwareFacts firmware, FirmwareOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(Encoding.UTF8.GetBytes($"{firmware.Port} {string.Join(' ', options.Variables)}"));
        foreach (string root in Roots(options))
        {
            foreach (string file in SourceFiles(root))
            {
                Add(Encoding.UTF8.GetBytes(Path.GetRelativePath(root, file)));
                Add(File.ReadAllBytes(file));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];

        void Add(byte[] content)
        {
            hash.AppendData(BitConverter.GetBytes(content.LongLength));
            hash.AppendData(content);
        }
    }

    private IEnumerable<string> Roots(FirmwareOptions options)
    {
        yield return _sources;
        if (options.KernelFolder is { } kernels)
            yield return kernels;
        if (options.Fault is not null)
            yield return Path.GetFullPath(Path.Combine(_sources, "..", "..", "Reference", "Faults"));
    }

    private static IEnumerable<string> SourceFiles(string root) => Directory.Exists(root)
        ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".c" or ".h" or ".S" or ".mk" or ".ld" or ".awk" or ".faults" || Path.GetFileName(file) == "Makefile")
            .Order(StringComparer.Ordinal)
        : [];
}
