using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Images;

/// <summary>Binary PPM: "P6", width, height, 255, one blank, pixels.</summary>
/// <remarks>Source: netpbm, doc/ppm. One picture a file, 8 bits a channel.</remarks>
internal ref struct PpmDecoder
{
    private const int LargestValue = 255;

    private readonly string _where;
    private readonly ReadOnlySpan<byte> _file;
    private int _position;

    private PpmDecoder(string where, ReadOnlySpan<byte> file)
    {
        _where = where;
        _file = file;
        _position = Signature.Length;
    }

    public static ReadOnlySpan<byte> Signature => "P6"u8;

    public static RgbImage Decode(string where, ReadOnlySpan<byte> file) => new PpmDecoder(where, file).Decode();

    private RgbImage Decode()
    {
        int width = Number("width", 1, ImageReader.LargestSide);
        int height = Number("height", 1, ImageReader.LargestSide);
        Number("largest value", LargestValue, LargestValue);
        if (_position >= _file.Length || !IsBlank(_file[_position]))
            throw Error("expected a blank before the pixels");
        return ImageReader.DecodeRaw(_where, _file[(_position + 1)..], width, height);
    }

    private int Number(string what, int least, int most)
    {
        SkipBlanks();
        int start = _position;
        int value = 0;
        while (_position < _file.Length && char.IsAsciiDigit((char)_file[_position]) && value <= most)
            value = (value * 10) + _file[_position++] - '0';
        if (_position > start && value >= least && value <= most)
            return value;
        _position = start;
        throw Error($"expected the {what}, {(least == most ? $"{least}" : $"{least} to {most}")}");
    }

    private void SkipBlanks()
    {
        bool comment = false;
        for (; _position < _file.Length; _position++)
        {
            byte value = _file[_position];
            comment = comment ? value is not ((byte)'\n' or (byte)'\r') : value == '#';
            if (!comment && !IsBlank(value))
                return;
        }
    }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\v' or (byte)'\f';

    private readonly DatasetException Error(string problem) => new($"{_where}, byte {_position}", problem);
}
