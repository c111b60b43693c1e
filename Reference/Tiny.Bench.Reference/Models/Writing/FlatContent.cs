namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>Something that an offset of a flatbuffer points to. It stands in the file once, behind what points to it.</summary>
internal abstract class FlatContent
{
    /// <summary>Appends the content and gives the place that offsets to it point to.</summary>
    public abstract int Write(FlatBufferWriter writer);
}
