using System.Globalization;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>What one input gives. Checksums are CRC-32 (zip), eight hex digits.</summary>
public sealed record GoldenResult
{
    /// <summary>Index of the input in its source.</summary>
    public required int Input { get; init; }

    /// <summary>Checksum of the input's bytes.</summary>
    public required string InputCrc32 { get; init; }

    /// <summary>Checksum of the output's bytes.</summary>
    public required string OutputCrc32 { get; init; }

    /// <summary>The whole output; absent for long ones.</summary>
    public string? OutputHex { get; init; }

    /// <summary>The output of every operator; absent for most inputs.</summary>
    public IReadOnlyList<GoldenActivation>? Activations { get; init; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal string? Problem
    {
        get
        {
            foreach (string checksum in (string[])[InputCrc32, OutputCrc32, .. Activations?.Select(activation => activation?.Crc32 ?? "") ?? []])
            {
                if (checksum.Length != 8 || !checksum.All(char.IsAsciiHexDigit))
                    return $"has the checksum \"{checksum}\"; expected eight hex digits";
            }

            if (OutputHex is null)
                return null;
            if (OutputHex.Length % 2 != 0 || !OutputHex.All(char.IsAsciiHexDigit))
                return "has an output_hex that is no hex text";
            uint checksumOfHex = Reference.Crc32.Compute(Convert.FromHexString(OutputHex));
            return uint.Parse(OutputCrc32, NumberStyles.HexNumber, CultureInfo.InvariantCulture) == checksumOfHex
                ? null
                : $"has output_crc32 {OutputCrc32}, but its output_hex has {checksumOfHex:x8}";
        }
    }
}
