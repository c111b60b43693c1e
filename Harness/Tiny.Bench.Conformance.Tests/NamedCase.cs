using Xunit.Abstractions;

namespace Tiny.Bench.Conformance;

/// <summary>A case of a theory with the name that reports show: xunit cuts a bare string after 50 letters, this one it takes whole.</summary>
public sealed class NamedCase : IXunitSerializable
{
    [Obsolete("For xunit, which fills it from its serialized form.")]
    public NamedCase()
    {
    }

    public NamedCase(string id, string title)
    {
        Id = id;
        Title = title;
    }

    /// <summary>What the case is found by.</summary>
    public string Id { get; private set; } = "";

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    public void Deserialize(IXunitSerializationInfo info)
    {
        Id = info.GetValue<string>(nameof(Id));
        Title = info.GetValue<string>(nameof(Title));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Id), Id);
        info.AddValue(nameof(Title), Title);
    }

    public override string ToString() => Title;
}
