namespace Tiny.Bench.Reference;

/// <summary>Element types, with the numbers of the TFLite schema (<c>enum TensorType</c>).</summary>
public enum TensorType : byte
{
    /// <summary>IEEE binary32.</summary>
    Float32 = 0,

    /// <summary>IEEE binary16; read, not computed.</summary>
    Float16 = 1,

    /// <summary>Two's-complement 32 bit.</summary>
    Int32 = 2,

    /// <summary>Unsigned 8 bit.</summary>
    UInt8 = 3,

    /// <summary>Two's-complement 64 bit.</summary>
    Int64 = 4,

    /// <summary>Text; read, not computed.</summary>
    String = 5,

    /// <summary>One byte, 0 or 1.</summary>
    Bool = 6,

    /// <summary>Two's-complement 16 bit.</summary>
    Int16 = 7,

    /// <summary>A pair of binary32; read, not computed.</summary>
    Complex64 = 8,

    /// <summary>Two's-complement 8 bit.</summary>
    Int8 = 9,

    /// <summary>IEEE binary64; read, not computed.</summary>
    Float64 = 10,

    /// <summary>A pair of binary64; read, not computed.</summary>
    Complex128 = 11,

    /// <summary>Unsigned 64 bit; read, not computed.</summary>
    UInt64 = 12,

    /// <summary>Read, not computed.</summary>
    Resource = 13,

    /// <summary>Read, not computed.</summary>
    Variant = 14,

    /// <summary>Unsigned 32 bit; read, not computed.</summary>
    UInt32 = 15,

    /// <summary>Unsigned 16 bit; read, not computed.</summary>
    UInt16 = 16,

    /// <summary>Two's-complement 4 bit, two to a byte, the element with the even flat index in the low nibble.</summary>
    Int4 = 17,
}
