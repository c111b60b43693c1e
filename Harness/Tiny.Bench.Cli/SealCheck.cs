using System.Security.Cryptography;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Cli;

/// <summary>Lets the rules see the seals of records.</summary>
/// <param name="publicKey">The key that every seal must be made with; null to take each seal's own, which shows damage and not who signed.</param>
internal sealed class SealCheck(ECDsa? publicKey) : ISealCheck
{
    public IReadOnlyList<SealFinding> Check(string recordFile)
    {
        SealVerification verification = RecordSeal.Verify(recordFile, publicKey);
        return verification.State is SealState.Intact or SealState.NotSealed
            ? []
            : [new SealFinding(verification.JsonPath ?? "$", verification.Text)];
    }
}
