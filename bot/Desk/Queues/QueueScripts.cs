using ServiceBot.Bot.Nodes;

namespace ServiceBot.Bot.Desk.Queues;

/// <summary>
/// The steps of <see cref="RedisQueue"/>. An entry begins with its lane's name, an offer is agent and end, and who passed is when and then whom, each
/// part on a line. The key of an entry's lane is known only when the entry is read; it lies in the slot of the others by its tag. Beside a lane stands the same without
/// its callers, under its key with ':chats' behind.
/// </summary>
internal static class QueueScripts
{
    private const string Places =
        """
        local function lane(entry, prefix) return prefix .. string.match(entry, '^[^\n]*') end
        local function place(entry, id, prefix)
          local key, rank = lane(entry, prefix), string.match(entry, '"rank":(-?%d+)')
          redis.call('ZADD', key, rank, id)
          if not string.find(entry, '"isCall":true', 1, true) then redis.call('ZADD', key .. ':chats', rank, id) end
        end
        local function leave(entry, id, prefix)
          redis.call('ZREM', lane(entry, prefix), id)
          redis.call('ZREM', lane(entry, prefix) .. ':chats', id)
        end

        """;

    /// <summary>Keys: entries, lanes, offers. Arguments: id, entry, rank, name of the lane, what lanes' keys begin with.</summary>
    public static readonly RedisScript Enqueue = new(
        Places +
        """
        if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 0 then
          local held = redis.call('HGET', KEYS[1], ARGV[1])
          if string.match(held, '"rank":(-?%d+)') ~= ARGV[3] then
            held = string.gsub(held, '"rank":%-?%d+', '"rank":' .. ARGV[3], 1)
            redis.call('HSET', KEYS[1], ARGV[1], held)
          end
          if redis.call('HEXISTS', KEYS[3], ARGV[1]) == 0 then place(held, ARGV[1], ARGV[5]) end
          return 0
        end
        redis.call('SADD', KEYS[2], ARGV[4])
        place(ARGV[2], ARGV[1], ARGV[5])
        return 1
        """);

    /// <summary>Keys: entries, passed, lane. Argument: how many at most. Rows of entry and who passed.</summary>
    public static readonly RedisScript Peek = new(
        """
        local found = {}
        for place, id in ipairs(redis.call('ZRANGE', KEYS[3], 0, ARGV[1] - 1)) do
          found[place] = { redis.call('HGET', KEYS[1], id), redis.call('HGET', KEYS[2], id) }
        end
        return found
        """);

    /// <summary>Keys: entries, passed, lane, the same without callers. Argument: how many at most. Rows of entry and who passed. What a node of an earlier build took out of the lane alone is left out.</summary>
    public static readonly RedisScript PeekChats = new(
        """
        local found = {}
        for _, id in ipairs(redis.call('ZRANGE', KEYS[4], 0, ARGV[1] - 1)) do
          if redis.call('ZSCORE', KEYS[3], id) then found[#found + 1] = { redis.call('HGET', KEYS[1], id), redis.call('HGET', KEYS[2], id) }
          else redis.call('ZREM', KEYS[4], id) end
        end
        return found
        """);

    /// <summary>Keys: entries, offers. Arguments: id, offer, what lanes' keys begin with.</summary>
    public static readonly RedisScript Claim = new(
        Places +
        """
        local entry, offer = redis.call('HGET', KEYS[1], ARGV[1]), redis.call('HGET', KEYS[2], ARGV[1])
        if not entry then return 0 end
        if offer then return offer == ARGV[2] and 1 or 0 end
        leave(entry, ARGV[1], ARGV[3])
        redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
        return 1
        """);

    /// <summary>Keys: entries, offers, passed, who took. Arguments: id, agent, token of this call. Entry and who passed, or nothing.</summary>
    public static readonly RedisScript Take = new(
        """
        local taken = redis.call('HMGET', KEYS[4], 'token', 'entry', 'passed')
        if taken[1] == ARGV[3] then return { taken[2], taken[3] } end
        local offer = redis.call('HGET', KEYS[2], ARGV[1])
        if not offer or string.match(offer, '^[^\n]*') ~= ARGV[2] then return false end
        local entry, passed = redis.call('HGET', KEYS[1], ARGV[1]), redis.call('HGET', KEYS[3], ARGV[1])
        redis.call('DEL', KEYS[4])
        redis.call('HSET', KEYS[4], 'token', ARGV[3], 'entry', entry)
        if passed then redis.call('HSET', KEYS[4], 'passed', passed) end
        redis.call('PEXPIRE', KEYS[4], 30000)
        for key = 1, 3 do redis.call('HDEL', KEYS[key], ARGV[1]) end
        return { entry, passed }
        """);

    /// <summary>Keys: entries, offers, passed. Arguments: id, agent, now in milliseconds, what lanes' keys begin with.</summary>
    public static readonly RedisScript Release = new(
        Places +
        """
        local offer = redis.call('HGET', KEYS[2], ARGV[1])
        if not offer or string.match(offer, '^[^\n]*') ~= ARGV[2] then return 0 end
        local entry, agents = redis.call('HGET', KEYS[1], ARGV[1]), ''
        local passed = redis.call('HGET', KEYS[3], ARGV[1])
        if passed then agents = string.match(passed, '\n.*$') end
        if not string.find(agents .. '\n', '\n' .. ARGV[2] .. '\n', 1, true) then agents = agents .. '\n' .. ARGV[2] end
        redis.call('HSET', KEYS[3], ARGV[1], ARGV[3] .. agents)
        redis.call('HDEL', KEYS[2], ARGV[1])
        place(entry, ARGV[1], ARGV[4])
        return 1
        """);

    /// <summary>Keys: entries, offers, passed. Arguments: id, what lanes' keys begin with. Entry, offer and who passed where an offer ended by it.</summary>
    public static readonly RedisScript Remove = new(
        Places +
        """
        local entry = redis.call('HGET', KEYS[1], ARGV[1])
        if not entry then return false end
        local offer, passed = redis.call('HGET', KEYS[2], ARGV[1]), redis.call('HGET', KEYS[3], ARGV[1])
        leave(entry, ARGV[1], ARGV[2])
        for key = 1, 3 do redis.call('HDEL', KEYS[key], ARGV[1]) end
        return offer and { entry, offer, passed }
        """);

    /// <summary>Keys: entries, offers, passed. Rows of entry, offer and who passed.</summary>
    public static readonly RedisScript Offers = new(
        """
        local found, all = {}, redis.call('HGETALL', KEYS[2])
        for place = 1, #all, 2 do
          found[#found + 1] = { redis.call('HGET', KEYS[1], all[place]), all[place + 1], redis.call('HGET', KEYS[3], all[place]) }
        end
        return found
        """);

    /// <summary>Keys: entries, offers, lanes. Argument: what lanes' keys begin with. Rows of a lane's first entry and how many wait; and the offered entries.</summary>
    public static readonly RedisScript Lengths = new(
        """
        local waiting, offered = {}, {}
        for _, name in ipairs(redis.call('SMEMBERS', KEYS[3])) do
          local first = redis.call('ZRANGE', ARGV[1] .. name, 0, 0)[1]
          if first then waiting[#waiting + 1] = { redis.call('HGET', KEYS[1], first), redis.call('ZCARD', ARGV[1] .. name) } end
        end
        for _, id in ipairs(redis.call('HKEYS', KEYS[2])) do offered[#offered + 1] = redis.call('HGET', KEYS[1], id) end
        return { waiting, offered }
        """);

    /// <summary>Keys: offers, lane. Argument: id or nothing.</summary>
    public static readonly RedisScript Position = new(
        """
        if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 1 end
        local place = redis.call('ZRANK', KEYS[2], ARGV[1])
        return (place or redis.call('ZCARD', KEYS[2])) + 1
        """);
}
