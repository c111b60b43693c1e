namespace Tiny.Bench.Reference.Plans;

/// <summary>How the bytes of an upload become input tensors. The numbers are those of Boards/docs/plan.md section 2.</summary>
public enum InputEncoding : byte
{
    /// <summary><c>raw</c>: the tensor's own bytes.</summary>
    Raw = 0,

    /// <summary><c>uint8-minus-128</c>: one byte an element, whose top bit is flipped; INT8 tensors only.</summary>
    UInt8Minus128 = 1,

    /// <summary><c>float32</c>: four bytes an element; an INT8 tensor gets them quantized, a FLOAT32 tensor as they are.</summary>
    Float32 = 2,
}
