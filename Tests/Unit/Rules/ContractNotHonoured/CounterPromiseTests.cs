using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ContractNotHonoured;

/// <summary>Primitive bodies are verified where a field says that it is the count.</summary>
public sealed class CounterPromiseTests
{
    private const string Counter = "[RefCounter] private int _count = 1; private bool _done; private void Free() { _done = true; }\n";

    [Theory]
    [InlineData("[AcquiresRef] public void Get() { _count++; }")]
    [InlineData("[AcquiresRef] public void Get() => Interlocked.Increment(ref _count);")]
    [InlineData("[AcquiresRef] public void Get() { _count += 1; }")]
    [InlineData("[AcquiresRef] public void Get() => Interlocked.Add(ref _count, 1);")]
    [InlineData("[ReleasesRef] public void Put() { if (--_count == 0) Free(); }")]
    [InlineData("[ReleasesRef] public void Put() { if (Interlocked.Decrement(ref _count) == 0) Free(); }")]
    [InlineData("[ReleasesRef] public bool Put() => Interlocked.Decrement(ref _count) == 0;")]
    [InlineData("[AcquiresRef(When = When.True)] public bool TryGet() { if (_count == 0) return false; _count++; return true; }")]
    [InlineData("[AcquiresRef(When = When.True)] public bool TryGet() { int seen; do { seen = Volatile.Read(ref _count); if (seen == 0) return false; } while (Interlocked.CompareExchange(ref _count, seen + 1, seen) != seen); return true; }")]
    [InlineData("[AcquiresRef(When = When.True)] public bool TryGet() { while (true) { int seen = _count; if (seen == 0) return false; if (Interlocked.CompareExchange(ref _count, seen + 1, seen) == seen) return true; } }")]
    [InlineData("[AcquiresRef(When = When.True)] public bool TryGet() { if (Interlocked.Increment(ref _count) > 1) return true; Interlocked.Decrement(ref _count); return false; }")]
    [InlineData("[ReleasesRef(Idempotent = true)] public void Dispose() { if (_done) return; _done = true; _count--; }")]
    public Task Kept(string member) => CountedCode.VerifyMembersAsync(Counter + member);

    [Theory]
    [InlineData("[AcquiresRef] public void Get() { _count--; {|DVM3002:}|}")]
    [InlineData("[AcquiresRef] public void Get() { _count += 2; {|DVM3002:}|}")]
    [InlineData("[AcquiresRef] public void Get() { if (_done) { {|DVM3002:return;|} } _count++; }")]
    [InlineData("[ReleasesRef] public void Put() { if (_count == 1) { Free(); {|DVM3002:return;|} } _count--; }")]
    [InlineData("[AcquiresRef(When = When.True)] public bool TryGet() { _count++; {|DVM3002:return false;|} }")]
    [InlineData("[AcquiresRef(When = When.True)] public bool TryGet() { if (_count == 0) { {|DVM3002:return true;|} } _count++; return true; }")]
    [InlineData("[AcquiresRef(When = When.True)] public bool TryGet() { if (Interlocked.Increment(ref _count) > 1) return true; {|DVM3002:return false;|} }")]
    [InlineData("[AcquiresRef(When = When.True)] public bool TryGet() { int seen = _count; Interlocked.CompareExchange(ref _count, seen + 1, seen); {|DVM3002:return true;|} }")]
    public Task Broken(string member) => CountedCode.VerifyMembersAsync(Counter + member);

    // Without a counter nobody can see what the body counts.
    [Theory]
    [InlineData("private int _refs; [AcquiresRef] public void Get() { _refs++; }")]
    [InlineData("private int _refs; [ReleasesRef] public void Put() { if (_refs > 0) _refs--; }")]
    [InlineData("[RefCounter] private int _count; [AcquiresRef] public void Reset(int n) { _count = n; }")]
    public Task Silent(string members) => CountedCode.VerifyMembersAsync(members);

    /// <summary>Bodies that say nothing are told from their counter.</summary>
    [Fact]
    public Task ToldToCallers() => CountedCode.VerifyAsync("""
        public sealed class Block { [RefCounter] private int _count; public void Keep() => _count++; public void Drop() => _count--; }
        public static class User
        {
            public static void Clean(Block block) { block.Keep(); block.Drop(); }
            public static void Leak(Block block) { {|DVM2001:block.Keep()|}; }
            public static void Surplus(Block block) { {|DVM2002:block.Drop()|}; }
        }
        """);
}
