namespace Tiny.Bench.Datasets.Images;

/// <summary>One chunk of a PNG file; its checksum was right.</summary>
internal readonly ref struct PngChunk
{
    /// <summary>Creates the view.</summary>
    public PngChunk(string type, int offset, ReadOnlySpan<byte> data)
    {
        Type = type;
        Offset = offset;
        Data = data;
    }

    /// <summary>Four letters.</summary>
    public string Type { get; }

    /// <summary>Where the chunk begins in the file, in bytes.</summary>
    public int Offset { get; }

    /// <summary>The bytes between type and checksum.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Whether a picture cannot be shown without it.</summary>
    /// <remarks>Source: PNG (third edition) section 5.4: the first letter is a capital.</remarks>
    public bool IsCritical => char.IsAsciiLetterUpper(Type[0]);
}
