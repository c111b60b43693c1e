namespace Tiny.Bench.Boards.Energy.Ppk2;

/// <summary>One sample as the meter sends it: 32 bits, little-endian.</summary>
/// <param name="Bits">Converter in bits 0 to 13, range in 14 to 16, counter in 18 to 23, digital inputs in 24 to 31.</param>
/// <remarks>Source: NordicSemiconductor/pc-nrfconnect-ppk src/device/serialDevice.ts, MEAS_ADC to MEAS_LOGIC and handleRawDataSet.</remarks>
internal readonly record struct Ppk2Word(uint Bits)
{
    /// <summary>The counter goes from 0 to this and around.</summary>
    public const int CounterMask = 0x3F;

    /// <summary>The highest reading of the converter.</summary>
    public const int HighestReading = 0x3FFF;

    /// <summary>Ranges, the most sensitive first.</summary>
    public const int Ranges = 5;

    /// <summary>Reading of the converter.</summary>
    public int Reading => (int)(Bits & HighestReading);

    /// <summary>0 to 7; the meter has 5, and what is above the last is treated as the last.</summary>
    public int Range => Math.Min((int)((Bits >> 14) & 0x7), Ranges - 1);

    /// <summary>0 to 63, one more from sample to sample.</summary>
    public int Counter => (int)((Bits >> 18) & CounterMask);

    /// <summary>D0 in bit 0 to D7 in bit 7.</summary>
    public byte Inputs => (byte)(Bits >> 24);

    /// <summary>Makes one.</summary>
    public static Ppk2Word Of(int reading, int range, int counter, byte inputs) =>
        new((uint)reading | ((uint)range << 14) | ((uint)counter << 18) | ((uint)inputs << 24));
}
