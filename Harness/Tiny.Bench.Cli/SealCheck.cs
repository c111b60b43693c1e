using Tiny.Bench.Results.Records;
using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Cli;

/// <summary>Lets the rules see the seals of records.</summary>
internal sealed class SealCheck : ISealCheck
{
    public IReadOnlyList<SealFinding> Check(string recordFile)
    {
        SealVerification verification = RecordSeal.Verify(recordFile, publicKey: null);
        return verification.State is SealState.Intact or SealState.NotSealed
            ? []
            : [new SealFinding(verification.JsonPath ?? "$", verification.Text)];
    }
}
