namespace Tiny.Bench.Reference.Plans;

/// <summary>A row of the tensor table as <see cref="PageReader"/> finds it.</summary>
internal readonly record struct PageTensor(int Type, bool IsConstant, uint Offset, uint Bytes, float Scale, int ZeroPoint);
