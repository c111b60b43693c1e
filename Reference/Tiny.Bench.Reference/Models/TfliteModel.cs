using System.Security.Cryptography;

namespace Tiny.Bench.Reference.Models;

/// <summary>A <c>.tflite</c> file (flatbuffer, schema version 3), read and checked; constants stay where they lie in the file.</summary>
/// <remarks>
/// Everything a table says is checked before it is used, and against the other tables. Time and memory of reading are linear in the
/// file's length. Source of the field numbers: tflite schema.fbs.
/// </remarks>
public sealed class TfliteModel
{
    private readonly ReadOnlyMemory<byte> _file;

    private TfliteModel(ReadOnlyMemory<byte> file, string source)
    {
        var buffer = new FlatBuffer(file, source);
        FlatTable root = buffer.Root("TFL3"u8);
        SchemaVersion = root.UInt32(0, 0);
        if (SchemaVersion != 3)
            throw root.Error($"the schema version is {SchemaVersion}; expected 3");

        _file = file;
        Source = source;
        Description = root.Text(3);
        ReadOnlyMemory<byte>[] contents = BufferReader.Read(buffer, root);
        Metadata = ReadMetadata(root, contents);
        var subgraphs = new SubgraphReader(OperatorCode.ReadAll(root), contents);
        Subgraphs = Array.ConvertAll(root.Tables(2), subgraphs.Read);
        if (Subgraphs.Count == 0)
            throw root.Error("there is no subgraph; expected at least one");
        buffer.EndParsing();
    }

    /// <summary>What the errors call the file.</summary>
    public string Source { get; }

    /// <summary>Bytes in the file.</summary>
    public int FileLength => _file.Length;

    /// <summary>The file.</summary>
    public ReadOnlyMemory<byte> Bytes => _file;

    /// <summary>SHA-256 of those bytes, 64 lower-case hexadecimal digits; computed at each call.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(_file.Span));

    /// <summary>The schema's version; always 3.</summary>
    public uint SchemaVersion { get; }

    /// <summary>The converter's words; may be empty.</summary>
    public string Description { get; }

    /// <summary>All graphs, at least one.</summary>
    public IReadOnlyList<ModelSubgraph> Subgraphs { get; }

    /// <summary>The graph that runs.</summary>
    public ModelSubgraph Main => Subgraphs[0];

    /// <summary>Named blobs that the converter left, such as <c>min_runtime_version</c>; views into the file.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Metadata { get; }

    /// <summary>Reads a file; <see cref="Source"/> is its name without the folder.</summary>
    /// <exception cref="ModelFormatException">The file is malformed or contradicts itself.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TfliteModel Load(string path) => Parse(File.ReadAllBytes(path), Path.GetFileName(path));

    /// <summary>Reads bytes, which must not change while the model is in use.</summary>
    /// <exception cref="ModelFormatException">The file is malformed or contradicts itself.</exception>
    public static TfliteModel Parse(ReadOnlyMemory<byte> file, string source) => new(file, source);

    private static Dictionary<string, ReadOnlyMemory<byte>> ReadMetadata(FlatTable root, ReadOnlyMemory<byte>[] contents)
    {
        var metadata = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (FlatTable entry in root.Tables(6))
        {
            string name = entry.Text(0);
            uint buffer = entry.UInt32(1, 0);
            if (buffer >= contents.Length)
                throw entry.Error($"metadata '{name}' lies in buffer {buffer}; the model has {contents.Length}");
            if (!metadata.TryAdd(name, contents[buffer]))
                throw entry.Error($"metadata '{name}' is there twice");
        }

        return metadata;
    }
}
